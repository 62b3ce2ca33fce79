package org.plenum.model.config;

import java.util.regex.Pattern;

/** Syntax of the aliases that an administrator gives to services (SVC-193, SVC-197). */
final class AliasSyntax {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._+-]++");

  private AliasSyntax() {}

  /**
   * Whether a call can arrive for the alias: letters, digits, dots, hyphens, underscores and plus
   * signs, optionally with a domain. An IP address is an alias by itself but not after an at sign,
   * where it is dropped from what callers dial.
   */
  static boolean isValid(String alias) {
    if (Addresses.isIpv6(alias)) {
      return true;
    }
    int at = alias.indexOf('@');
    if (at < 0) {
      return NAME.matcher(alias).matches();
    }
    String domain = alias.substring(at + 1);
    return NAME.matcher(alias.substring(0, at)).matches()
        && NAME.matcher(domain).matches()
        && !Addresses.isIp(domain);
  }
}
