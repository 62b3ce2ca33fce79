package org.plenum.model.config;

/** Top-level menus of the console, in their order. */
public enum Menu {
  STATUS("Status"),
  SYSTEM("System"),
  PLATFORM("Platform"),
  CALL_CONTROL("Call control"),
  SERVICES("Services"),
  USERS("Users"),
  UTILITIES("Utilities"),
  HISTORY("History");

  private final String label;

  Menu(String label) {
    this.label = label;
  }

  /** Text of the menu. */
  public String label() {
    return label;
  }
}
