package org.plenum.model.config;

import java.util.Locale;

/** Wire names from names of record components. */
final class SnakeCase {
  private SnakeCase() {}

  /** Each upper-case letter begins a word; digits stay with the word before them. */
  static String of(String camelCase) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (Character.isUpperCase(c)) {
        name.append('_');
      }
      name.append(c);
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
