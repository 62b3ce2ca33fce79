package org.plenum.management.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.management.ldap.ServerTarget.Transport;
import org.plenum.management.ldap.ServiceLookup.Service;

class ServerTargetsTest {
  private static final Map<String, List<Service>> DNS =
      Map.of(
          "_ldaps._tcp.example.com",
          List.of(new Service("first.example.com", 1636), new Service("second.example.com", 636)),
          "_ldap._tcp.example.com",
          List.of(new Service("third.example.com", 1389)));

  private static Stream<String> targets(String server, boolean catalog, boolean permitNoTls) {
    DirectorySettings settings =
        new DirectorySettings(server, catalog, permitNoTls, "reader", "secret", "dc=example");
    return new ServerTargets(name -> DNS.getOrDefault(name, List.of()))
        .of(settings)
        .map(target -> target.uri() + (target.encrypted() ? "" : " plain"));
  }

  @Test
  @Tag("SVC-223")
  @Tag("DIAG-545")
  @Tag("DIAG-547")
  @Tag("DIAG-548")
  void asksForServersOfTheDomainBeforeItTakesTheAddressForOne() {
    assertThat(targets("example.com", false, false))
        .containsExactly(
            "ldaps://first.example.com:1636",
            "ldaps://second.example.com:636",
            "ldap://third.example.com:1389",
            "ldaps://example.com:636",
            "ldap://example.com:389");
  }

  @Test
  @Tag("SVC-216")
  @Tag("DIAG-546")
  void goesWithoutEncryptionOnlyWhereItMayAndAfterTls() {
    assertThat(targets("example.com", false, true))
        .containsExactly(
            "ldaps://first.example.com:1636",
            "ldaps://second.example.com:636",
            "ldap://third.example.com:1389",
            "ldap://third.example.com:1389 plain",
            "ldaps://example.com:636",
            "ldap://example.com:389",
            "ldap://example.com:389 plain");
  }

  @Test
  @Tag("SYS-035")
  @Tag("DIAG-545")
  void connectsToAnIpAddressWithoutAskingDns() {
    assertThat(targets("192.0.2.7", false, false))
        .containsExactly("ldaps://192.0.2.7:636", "ldap://192.0.2.7:389");
    assertThat(targets("2001:db8::7", false, false)).first().isEqualTo("ldaps://[2001:db8::7]:636");
  }

  @Test
  @Tag("SYS-039")
  @Tag("SVC-215")
  void findsTheGlobalCatalogAtPortsOfItsOwn() {
    assertThat(targets("example.com", true, true))
        .startsWith(
            "ldaps://first.example.com:3269",
            "ldaps://second.example.com:3269",
            "ldaps://third.example.com:3269",
            "ldap://third.example.com:3268",
            "ldap://third.example.com:3268 plain");
  }

  @Test
  void asksDnsOnlyWhenItGetsThere() {
    DirectorySettings settings =
        new DirectorySettings("example.com", false, false, "reader", "secret", "dc=example");
    ServerTargets targets =
        new ServerTargets(
            name -> {
              assertThat(name).startsWith("_ldaps.");
              return List.of(new Service("first.example.com", 636));
            });

    assertThat(targets.of(settings).iterator().next())
        .isEqualTo(new ServerTarget("first.example.com", 636, Transport.LDAPS));
  }
}
