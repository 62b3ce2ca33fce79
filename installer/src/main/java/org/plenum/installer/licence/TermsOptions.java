package org.plenum.installer.licence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.model.licence.LicenceOrder;
import org.plenum.model.licence.LicenceTerms;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.plenum.model.resource.LicenceType;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a licence shall permit. */
final class TermsOptions {
  private static final String PRODUCT = "Plenum";

  @ArgGroup(exclusive = true)
  private @Nullable Calls calls;

  /** One licence is for one kind of calls. */
  static final class Calls {
    @Option(names = "--ports", paramLabel = "N", description = "Calls of any kind at a time.")
    private @Nullable Integer ports;

    @Option(names = "--audio", paramLabel = "N", description = "Calls without video at a time.")
    private @Nullable Integer audio;
  }

  @Option(
      names = "--overdraft",
      paramLabel = "N",
      defaultValue = "0",
      description = "Further calls that are tolerated for a while (${DEFAULT-VALUE}).")
  private int overdraft;

  @Option(
      names = "--start",
      paramLabel = "DAY",
      description = "First day, such as 2030-01-31; without it, the licence counts at once.")
  private LocalDate start = LicenceTerms.dayAt(Instant.now());

  @Option(names = "--end", paramLabel = "DAY", description = "Last day; without it, there is none.")
  private @Nullable LocalDate end;

  @Option(
      names = "--features",
      paramLabel = "NAMES",
      defaultValue = "",
      description = "Parts of the product that the licence names, separated by commas.")
  private String features = "";

  /** The terms; a repair keeps the activation that it is about. */
  LicenceTerms of(LicenceOrder order) {
    Calls wanted = calls;
    if (wanted == null) {
      throw new StartupException(ExitCode.USAGE, "Say how many calls: --ports N or --audio N.");
    }
    boolean isAudio = wanted.audio != null;
    Integer number = isAudio ? wanted.audio : wanted.ports;
    try {
      return new LicenceTerms(
          order.fulfillmentId().orElseGet(() -> UUID.randomUUID().toString()),
          PRODUCT,
          isAudio ? LicenceType.AUDIO : LicenceType.PORT,
          features,
          number == null ? 0 : number,
          overdraft,
          start,
          Optional.ofNullable(end));
    } catch (IllegalArgumentException e) {
      throw new StartupException(
          ExitCode.USAGE, "Such a licence cannot be: %s.".formatted(e.getMessage()), e);
    }
  }
}
