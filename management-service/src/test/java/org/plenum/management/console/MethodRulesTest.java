package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.MethodDescriptor;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.resource.PlenumResources;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.ConsoleRoutingGrpc;
import org.plenum.rpc.console.ConsoleStatusGrpc;
import org.plenum.rpc.console.CreateNodeDocumentRequest;
import org.plenum.rpc.console.DirectoryGroupsRequest;
import org.plenum.rpc.console.GetRequest;
import org.plenum.rpc.console.ListRequest;
import org.plenum.rpc.console.Operation;
import org.plenum.rpc.console.PerformRequest;
import org.plenum.rpc.console.TestRouteRequest;
import org.plenum.rpc.console.WatchConfigurationRequest;
import org.plenum.rpc.status.Command;

/** Which permissions the calls of consoles need. */
@Tag("SYS-059")
class MethodRulesTest {
  private static final MethodRules RULES = new MethodRules(PlenumResources.catalog());

  private static Permissions with(Permission... permissions) {
    return new Permissions(Set.of(permissions));
  }

  private static boolean allows(
      MethodDescriptor<?, ?> method, Object request, Permission... permissions) {
    return RULES.allows(method, with(permissions), request);
  }

  private static Object changing(String... resources) {
    ChangeSetRequest.Builder request = ChangeSetRequest.newBuilder();
    for (String resource : resources) {
      request.addOperations(Operation.newBuilder().setResource(resource));
    }
    return request.build();
  }

  @Test
  @Tag("SYS-070")
  @Tag("SYS-075")
  void readingNeedsTheAreaOfTheResource() {
    Object conferences = ListRequest.newBuilder().setResource("conference").build();
    var list = ConsoleConfigurationGrpc.getListMethod();

    assertThat(allows(list, conferences, Permission.MAY_VIEW_SERVICE_CONFIGURATION)).isTrue();
    assertThat(allows(list, conferences, Permission.MAY_MODIFY_SERVICE_CONFIGURATION)).isTrue();
    assertThat(allows(list, conferences, Permission.MAY_MODIFY_SYSTEM_CONFIGURATION)).isFalse();

    Object certificate = GetRequest.newBuilder().setResource("tls_certificate").setId(1).build();
    var history = ConsoleConfigurationGrpc.getHistoryMethod();
    assertThat(allows(history, certificate, Permission.MAY_VIEW_PLATFORM_CONFIGURATION)).isFalse();
    assertThat(allows(history, certificate, Permission.MAY_VIEW_CERTIFICATES)).isTrue();

    var watch = ConsoleConfigurationGrpc.getWatchMethod();
    Object users = WatchConfigurationRequest.newBuilder().addResources("role").build();
    assertThat(allows(watch, users, Permission.MAY_VIEW_SERVICE_CONFIGURATION)).isFalse();
    assertThat(allows(watch, WatchConfigurationRequest.getDefaultInstance())).isTrue();
  }

  @Test
  @Tag("SYS-062")
  void writingNeedsTheAreasOfAllOperations() {
    var apply = ConsoleConfigurationGrpc.getApplyMethod();
    Object both = changing("conference", "dns_server");

    assertThat(allows(apply, both, Permission.MAY_MODIFY_SERVICE_CONFIGURATION)).isFalse();
    assertThat(
            allows(
                apply,
                both,
                Permission.MAY_MODIFY_SERVICE_CONFIGURATION,
                Permission.MAY_MODIFY_SYSTEM_CONFIGURATION))
        .isTrue();
    assertThat(allows(apply, changing("conference"), Permission.MAY_VIEW_SERVICE_CONFIGURATION))
        .isFalse();
  }

  @Test
  @Tag("SYS-065")
  @Tag("SYS-074")
  @Tag("SYS-075")
  void callRoutingRulesAreServicesAndNotCallControl() {
    var apply = ConsoleConfigurationGrpc.getApplyMethod();
    Object rule = changing("gateway_routing_rule");
    Object proxy = changing("sip_proxy");

    assertThat(allows(apply, rule, Permission.MAY_MODIFY_SERVICE_CONFIGURATION)).isTrue();
    assertThat(allows(apply, rule, Permission.MAY_MODIFY_CALL_CONTROL)).isFalse();
    assertThat(allows(apply, proxy, Permission.MAY_MODIFY_SERVICE_CONFIGURATION)).isFalse();
    assertThat(allows(apply, proxy, Permission.MAY_MODIFY_CALL_CONTROL)).isTrue();
  }

  @Test
  @Tag("SYS-075")
  void whoSeesServicesMayAskWhereCallsGo() {
    var test = ConsoleRoutingGrpc.getTestRouteMethod();
    Object question = TestRouteRequest.getDefaultInstance();

    assertThat(allows(test, question, Permission.MAY_VIEW_SERVICE_CONFIGURATION)).isTrue();
    assertThat(allows(test, question, Permission.MAY_MODIFY_CALL_CONTROL)).isFalse();
  }

  @Test
  @Tag("SYS-073")
  void whatLicencesCanDoNeedsTheirArea() {
    var perform = ConsoleConfigurationGrpc.getPerformMethod();
    Object giveBack =
        PerformRequest.newBuilder().setResource("licence").setId(1).setValue("return").build();

    assertThat(allows(perform, giveBack, Permission.MAY_VIEW_LICENCES)).isFalse();
    assertThat(allows(perform, giveBack, Permission.MAY_MODIFY_PLATFORM_CONFIGURATION)).isFalse();
    assertThat(allows(perform, giveBack, Permission.MAY_MODIFY_LICENCES)).isTrue();
    assertThat(
            allows(
                ConsoleConfigurationGrpc.getApplyMethod(),
                changing("licence"),
                Permission.MAY_MODIFY_PLATFORM_CONFIGURATION))
        .isFalse();
  }

  @Test
  @Tag("SYS-078")
  @Tag("SYS-079")
  void commandsAndUtilitiesHavePermissionsOfTheirOwn() {
    var execute = ConsoleStatusGrpc.getExecuteMethod();
    var document = ConsoleConfigurationGrpc.getCreateNodeDocumentMethod();

    assertThat(RULES.allows(execute, Permissions.READ_ONLY, Command.getDefaultInstance()))
        .isFalse();
    assertThat(allows(execute, Command.getDefaultInstance(), Permission.MAY_CONTROL_CONFERENCES))
        .isTrue();
    assertThat(
            allows(
                document,
                CreateNodeDocumentRequest.getDefaultInstance(),
                Permission.MAY_MODIFY_PLATFORM_CONFIGURATION))
        .isFalse();
    assertThat(
            allows(
                document,
                CreateNodeDocumentRequest.getDefaultInstance(),
                Permission.MAY_RUN_UTILITIES))
        .isTrue();
  }

  @Test
  @Tag("SYS-081")
  void groupsOfTheDirectoryAreForThoseWhoMapThem() {
    var groups = ConsoleConfigurationGrpc.getDirectoryGroupsMethod();
    Object request = DirectoryGroupsRequest.getDefaultInstance();

    assertThat(RULES.allows(groups, Permissions.READ_ONLY, request)).isFalse();
    assertThat(allows(groups, request, Permission.MAY_MODIFY_USERS)).isTrue();
  }

  @Test
  @Tag("SYS-061")
  void theConsoleIsForAdministratorsWhoMayUseIt() {
    assertThat(MethodRules.admits(Permissions.READ_ONLY)).isTrue();
    assertThat(MethodRules.admits(with(Permission.IS_ADMINISTRATOR, Permission.MAY_USE_API)))
        .isFalse();
    assertThat(MethodRules.admits(with(Permission.MAY_USE_WEB_INTERFACE))).isFalse();
  }
}
