package org.plenum.model.config;

import org.plenum.model.access.Area;

/** Top-level menus of the console, in their order. */
public enum Menu {
  STATUS("Status", Area.SYSTEM),
  SYSTEM("System", Area.SYSTEM),
  PLATFORM("Platform", Area.PLATFORM),
  CALL_CONTROL("Call control", Area.CALL_CONTROL),
  SERVICES("Services", Area.SERVICES),
  USERS("Users", Area.USERS),
  UTILITIES("Utilities", Area.SERVICES),
  HISTORY("History", Area.SYSTEM);

  private final String label;
  private final Area area;

  Menu(String label, Area area) {
    this.label = label;
    this.area = area;
  }

  /** Which permissions its resources need, unless they say otherwise. */
  public Area area() {
    return area;
  }

  /** Text of the menu. */
  public String label() {
    return label;
  }
}
