package org.plenum.management.console;

import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.management.theme.Themes;
import org.plenum.model.access.Area;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.ConsoleCsvGrpc;
import org.plenum.rpc.console.ConsoleRoutingGrpc;
import org.plenum.rpc.console.ConsoleSessionGrpc;
import org.plenum.rpc.console.ConsoleStatusGrpc;
import org.plenum.rpc.console.ConsoleVersionsGrpc;
import org.plenum.rpc.console.DownloadThemeRequest;
import org.plenum.rpc.console.GetRequest;
import org.plenum.rpc.console.ListRequest;
import org.plenum.rpc.console.Operation;
import org.plenum.rpc.console.PerformRequest;
import org.plenum.rpc.console.ThemeUpload;
import org.plenum.rpc.console.WatchConfigurationRequest;

/**
 * What a method asks of its caller (SYS-059 to SYS-079). A method that is not named here needs a
 * log-in and everything that the Read-only role has.
 */
final class MethodRules {
  private static final Set<String> BEFORE_LOGIN =
      Set.of(
          ConsoleSessionGrpc.getGetLoginTermsMethod().getFullMethodName(),
          ConsoleSessionGrpc.getLoginMethod().getFullMethodName());

  private static final Rule READ_ONLY =
      (permissions, request) -> permissions.include(Permissions.READ_ONLY);

  /** Whether somebody with these permissions may make this request. */
  private interface Rule {
    boolean allows(Permissions permissions, Object request);
  }

  private final ResourceCatalog catalog;
  private final Map<String, Rule> rules =
      Map.ofEntries(
          // Who may use the console at all may end the session, and its console stays a member.
          rule(ConsoleSessionGrpc.getLogoutMethod(), (permissions, request) -> true),
          rule(ConsoleSessionGrpc.getRenewCertificateMethod(), (permissions, request) -> true),
          rule(ConsoleConfigurationGrpc.getListMethod(), this::viewing),
          rule(ConsoleConfigurationGrpc.getGetMethod(), this::viewing),
          rule(ConsoleConfigurationGrpc.getDependentsMethod(), this::viewing),
          rule(ConsoleConfigurationGrpc.getHistoryMethod(), this::viewing),
          rule(ConsoleConfigurationGrpc.getAdviceMethod(), this::viewing),
          rule(ConsoleConfigurationGrpc.getWatchMethod(), this::viewing),
          rule(ConsoleConfigurationGrpc.getApplyMethod(), this::modifying),
          rule(ConsoleConfigurationGrpc.getPerformMethod(), this::modifying),
          rule(
              ConsoleConfigurationGrpc.getCreateNodeDocumentMethod(),
              (permissions, request) -> permissions.has(Permission.MAY_RUN_UTILITIES)),
          rule(ConsoleConfigurationGrpc.getUploadThemeMethod(), this::modifying),
          rule(ConsoleConfigurationGrpc.getDownloadThemeMethod(), this::viewing),
          rule(
              ConsoleConfigurationGrpc.getDirectoryGroupsMethod(),
              (permissions, request) -> permissions.mayModify(Area.USERS)),
          rule(
              ConsoleConfigurationGrpc.getImportCertificatesMethod(),
              (permissions, request) -> permissions.mayModify(Area.CERTIFICATES)),
          // All that CSV files hold are services and what belongs to them.
          rule(
              ConsoleCsvGrpc.getImportMethod(),
              (permissions, request) -> permissions.mayModify(Area.SERVICES)),
          rule(
              ConsoleCsvGrpc.getExportMethod(),
              (permissions, request) -> permissions.mayView(Area.SERVICES)),
          rule(
              ConsoleRoutingGrpc.getTestRouteMethod(),
              (permissions, request) -> permissions.mayTestRoutes()),
          // Versions hold objects of all areas; going back to one changes all of them.
          rule(
              ConsoleVersionsGrpc.getListVersionsMethod(),
              (permissions, request) -> permissions.mayViewVersions()),
          rule(
              ConsoleVersionsGrpc.getGetVersionMethod(),
              (permissions, request) -> permissions.mayViewVersions()),
          rule(
              ConsoleVersionsGrpc.getCompareMethod(),
              (permissions, request) -> permissions.mayViewVersions()),
          rule(
              ConsoleVersionsGrpc.getPreviewRollbackMethod(),
              (permissions, request) -> permissions.mayViewVersions()),
          rule(
              ConsoleVersionsGrpc.getRollbackMethod(),
              (permissions, request) -> permissions.mayRollBack()),
          // Tells a console that it is connected, so it is open to all; see what it sends.
          rule(ConsoleStatusGrpc.getWatchMethod(), (permissions, request) -> true),
          rule(
              ConsoleStatusGrpc.getExecuteMethod(),
              (permissions, request) -> permissions.has(Permission.MAY_CONTROL_CONFERENCES)));

  MethodRules(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  private static Map.Entry<String, Rule> rule(MethodDescriptor<?, ?> method, Rule rule) {
    return Map.entry(method.getFullMethodName(), rule);
  }

  static boolean needsLogin(MethodDescriptor<?, ?> method) {
    return !BEFORE_LOGIN.contains(method.getFullMethodName());
  }

  /** Streams stay open by themselves, which says nothing about the administrator (SYS-136). */
  static boolean isActivity(MethodDescriptor<?, ?> method) {
    return method.getType() == MethodDescriptor.MethodType.UNARY;
  }

  /** Whether somebody may use the console at all (SYS-061). */
  static boolean admits(Permissions permissions) {
    return permissions.has(Permission.IS_ADMINISTRATOR)
        && permissions.has(Permission.MAY_USE_WEB_INTERFACE);
  }

  /** Whether somebody with these permissions may make this request. */
  boolean allows(MethodDescriptor<?, ?> method, Permissions permissions, Object request) {
    return rules.getOrDefault(method.getFullMethodName(), READ_ONLY).allows(permissions, request);
  }

  private boolean viewing(Permissions permissions, Object request) {
    return areas(request).stream().allMatch(permissions::mayView);
  }

  private boolean modifying(Permissions permissions, Object request) {
    return areas(request).stream().allMatch(permissions::mayModify);
  }

  /** Areas of what a request names; what does not exist has none and is refused as absent. */
  private Set<Area> areas(Object request) {
    List<String> resources =
        switch (request) {
          case ListRequest list -> List.of(list.getResource());
          case GetRequest get -> List.of(get.getResource());
          case PerformRequest perform -> List.of(perform.getResource());
          case WatchConfigurationRequest watch -> watch.getResourcesList();
          case ChangeSetRequest changes ->
              changes.getOperationsList().stream().map(Operation::getResource).toList();
          case ThemeUpload _, DownloadThemeRequest _ -> List.of(Themes.RESOURCE);
          default -> throw new IllegalArgumentException("no resource in " + request.getClass());
        };
    return resources.stream()
        .flatMap(resource -> catalog.find(resource).map(ResourceType::area).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
