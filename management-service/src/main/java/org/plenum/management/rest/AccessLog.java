package org.plenum.management.rest;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request: who asked what from where, and what became of it. */
final class AccessLog {
  private static final Logger log = LoggerFactory.getLogger("org.plenum.management.access");
  private static final int MAX_TARGET = 500;

  /**
   * Writes a line.
   *
   * @param author name of the account, or a dash
   * @param target path and query as they were sent, which cannot hold line breaks
   */
  void write(
      String address, String author, String method, String target, int status, Duration duration) {
    log.info(
        "{} {} {} {} {} {}ms",
        address,
        printable(author),
        method,
        printable(target.length() > MAX_TARGET ? target.substring(0, MAX_TARGET) + "…" : target),
        status,
        duration.toMillis());
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
