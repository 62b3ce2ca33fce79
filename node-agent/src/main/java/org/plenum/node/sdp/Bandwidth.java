package org.plenum.node.sdp;

import java.util.List;
import java.util.OptionalInt;

/**
 * A {@code b=} line (RFC 8866 section 5.8): most that its writer wants to receive.
 *
 * @param type {@code AS} or {@code CT} in kilobit/s with all headers, {@code TIAS} in bit/s without
 *     transport headers (RFC 3890); others are of no use here
 * @param value in the unit of the type
 */
public record Bandwidth(String type, long value) {

  /** {@code b=TIAS}. */
  public static Bandwidth tias(int kbps) {
    return new Bandwidth("TIAS", kbps * 1000L);
  }

  /** {@code b=AS}. */
  public static Bandwidth applicationSpecific(int kbps) {
    return new Bandwidth("AS", kbps);
  }

  /** The limit that lines express, kilobit/s: the exact TIAS before AS before CT. */
  public static OptionalInt limitKbps(List<Bandwidth> lines) {
    for (String type : List.of("TIAS", "AS", "CT")) {
      for (Bandwidth line : lines) {
        if (line.type.equals(type)) {
          long kbps = type.equals("TIAS") ? (line.value + 999) / 1000 : line.value;
          return OptionalInt.of((int) Math.min(kbps, Integer.MAX_VALUE));
        }
      }
    }
    return OptionalInt.empty();
  }
}
