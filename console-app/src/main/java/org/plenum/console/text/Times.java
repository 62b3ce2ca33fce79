package org.plenum.console.text;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.plenum.console.i18n.Messages;

/** Times in the operator's zone, which is shown in brackets (PLAT-169, DIAG-017). */
public final class Times {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '('zzz')'", Locale.ENGLISH);

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
