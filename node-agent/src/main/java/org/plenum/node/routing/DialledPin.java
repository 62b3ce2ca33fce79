package org.plenum.node.routing;

/**
 * What was dialled, apart from a PIN in it ({@code ALIAS**PIN@DOMAIN}, {@code ALIAS#PIN@DOMAIN}):
 * everything that is logged or shown goes without the PIN (DIAG-149, DIAG-339).
 *
 * @param alias without the separator and what follows it up to the domain
 * @param digits what follows the separator, possibly empty
 */
record DialledPin(String alias, String digits) {

  /** Takes a dialled alias apart. */
  static DialledPin of(String dialled) {
    int star = dialled.indexOf("**");
    int hash = dialled.indexOf('#');
    boolean byStar = star >= 0 && (hash < 0 || star < hash);
    int start = byStar ? star : hash;
    if (start < 0) {
      return new DialledPin(dialled, "");
    }
    int at = dialled.indexOf('@', start);
    int end = at < 0 ? dialled.length() : at;
    return new DialledPin(
        dialled.substring(0, start) + dialled.substring(end),
        dialled.substring(start + (byStar ? 2 : 1), end));
  }

  /** A text about the call without the PIN. */
  String masked(String text) {
    return digits.isEmpty() ? text : text.replace(digits, "...");
  }
}
