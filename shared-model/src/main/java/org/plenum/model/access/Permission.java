package org.plenum.model.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that an account role can allow (SYS-067 to SYS-079). Permissions add up; none takes
 * anything away (SYS-062).
 */
public enum Permission {
  IS_ADMINISTRATOR("is_administrator", "Is an administrator"),
  MAY_USE_WEB_INTERFACE("may_use_web_interface", "May use the console"),
  MAY_USE_API("may_use_api", "May use the API"),
  MAY_VIEW_SYSTEM_CONFIGURATION("may_view_system_configuration", "May view system configuration"),
  MAY_MODIFY_SYSTEM_CONFIGURATION(
      "may_modify_system_configuration", "May modify system configuration"),
  MAY_VIEW_PLATFORM_CONFIGURATION(
      "may_view_platform_configuration", "May view platform configuration"),
  MAY_MODIFY_PLATFORM_CONFIGURATION(
      "may_modify_platform_configuration", "May modify platform configuration"),
  MAY_VIEW_CERTIFICATES("may_view_certificates", "May view certificates"),
  MAY_MODIFY_CERTIFICATES("may_modify_certificates", "May modify certificates"),
  MAY_VIEW_LICENCES("may_view_licences", "May view licences"),
  MAY_MODIFY_LICENCES("may_modify_licences", "May modify licences"),
  MAY_VIEW_CALL_CONTROL("may_view_call_control", "May view call control"),
  MAY_MODIFY_CALL_CONTROL("may_modify_call_control", "May modify call control"),
  MAY_VIEW_SERVICE_CONFIGURATION(
      "may_view_service_configuration", "May view service configuration"),
  MAY_MODIFY_SERVICE_CONFIGURATION(
      "may_modify_service_configuration", "May modify service configuration"),
  MAY_VIEW_USERS("may_view_users", "May view users"),
  MAY_MODIFY_USERS("may_modify_users", "May modify users"),
  MAY_VIEW_STATUS("may_view_status", "May view status"),
  MAY_VIEW_HISTORY("may_view_history", "May view history"),
  MAY_VIEW_LOGS("may_view_logs", "May view logs"),
  MAY_CONTROL_CONFERENCES("may_control_conferences", "May control conferences"),
  MAY_RUN_UTILITIES("may_run_utilities", "May run utilities");

  private final String codename;
  private final String label;

  Permission(String codename, String label) {
    this.codename = codename;
    this.label = label;
  }

  /** Name in the API and in the catalogue of permissions. */
  public String codename() {
    return codename;
  }

  /** What administrators call it. */
  public String label() {
    return label;
  }

  /** The permission with this codename. */
  public static Optional<Permission> find(String codename) {
    return Arrays.stream(values())
        .filter(permission -> permission.codename.equals(codename))
        .findFirst();
  }
}
