package org.plenum.console.text;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.plenum.console.i18n.Messages;

/** Times in the operator's zone, which is shown in brackets (PLAT-169, DIAG-017). */
public final class Times {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '('zzz')'", Locale.ENGLISH);

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;
  private final InstantSource clock;
  private final Messages messages;

  /** Times of a zone. */
  public Times(ZoneId zone, InstantSource clock, Messages messages) {
    this.zone = zone;
    this.clock = clock;
    this.messages = messages;
  }

  /** For instance {@code 2026-02-25 22:00:12 (CET)}. */
  public String at(Instant time) {
    return TIME.format(time.atZone(zone));
  }

  /** The form in which a time is typed, to the second: {@code 2026-02-25 22:00:12}. */
  public String editable(Instant time) {
    return TYPED.format(time.atZone(zone));
  }

  /** A time that was typed; empty if the text is none. */
  public Optional<Instant> parse(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, TYPED).atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Name of the zone, such as {@code CET}. */
  public String zoneName() {
    return zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  /** Milliseconds since 1970; 0 is "Never" (DIAG-021). */
  public String at(long millis) {
    return millis == 0 ? messages.get("time.never") : at(Instant.ofEpochMilli(millis));
  }

  /** Time from then until now, as {@code 1:02:03}. */
  public String since(long millis) {
    return millis == 0 ? "" : duration(Duration.between(Instant.ofEpochMilli(millis), now()));
  }

  /** What time it is. */
  public Instant now() {
    return clock.instant();
  }

  /** Hours, minutes and seconds; a clock that is ahead does not make it negative. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
