package org.plenum.model.theme;

/** What the content of a file of a theme must be. */
@FunctionalInterface
interface ContentRule {
  /**
   * Looks at the whole content.
   *
   * @throws ThemeException saying what is wrong with it
   */
  void check(byte[] content) throws ThemeException;
}
