package org.plenum.model.access;

/** Parts of the configuration that can be opened separately (SYS-070 to SYS-076). */
public enum Area {
  SYSTEM(Permission.MAY_VIEW_SYSTEM_CONFIGURATION, Permission.MAY_MODIFY_SYSTEM_CONFIGURATION),
  PLATFORM(
      Permission.MAY_VIEW_PLATFORM_CONFIGURATION, Permission.MAY_MODIFY_PLATFORM_CONFIGURATION),
  CERTIFICATES(Permission.MAY_VIEW_CERTIFICATES, Permission.MAY_MODIFY_CERTIFICATES),
  LICENCES(Permission.MAY_VIEW_LICENCES, Permission.MAY_MODIFY_LICENCES),
  CALL_CONTROL(Permission.MAY_VIEW_CALL_CONTROL, Permission.MAY_MODIFY_CALL_CONTROL),
  SERVICES(Permission.MAY_VIEW_SERVICE_CONFIGURATION, Permission.MAY_MODIFY_SERVICE_CONFIGURATION),
  USERS(Permission.MAY_VIEW_USERS, Permission.MAY_MODIFY_USERS);

  private final Permission viewing;
  private final Permission modifying;

  Area(Permission viewing, Permission modifying) {
    this.viewing = viewing;
    this.modifying = modifying;
  }

  /** Opens the area for reading. */
  public Permission viewing() {
    return viewing;
  }

  /** Opens the area for reading and writing. */
  public Permission modifying() {
    return modifying;
  }
}
