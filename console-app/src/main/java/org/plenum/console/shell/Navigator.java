package org.plenum.console.shell;

/** Leads from one page to another. For the JavaFX thread. */
public interface Navigator {
  /** Opens another page, unless the present one has unsaved changes that are to be kept. */
  void open(Route route);

  /** Opens another page in place of the present one, whose changes are saved or not wanted. */
  void replace(Route route);

  /** Opens the page before. */
  void back();
}
