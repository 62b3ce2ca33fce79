package org.plenum.management.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.config.Syntax;

class HostNetworkTest {
  @TempDir Path folder;

  @Test
  void readsNameServersAndTheDefaultGateway() throws IOException {
    Path resolver =
        Files.writeString(
            folder.resolve("resolv.conf"),
            "# local\nnameserver 192.0.2.53\nnameserver fe80::1%eth0\nnameserver 2001:db8::53\n");
    Path routes =
        Files.writeString(
            folder.resolve("route"),
            """
            Iface\tDestination\tGateway \tFlags
            eth0\t000200C0\t00000000\t0001
            eth0\t00000000\t010200C0\t0003
            """);
    HostNetwork network = new HostNetwork(resolver, routes);

    assertThat(network.nameServers()).containsExactly("192.0.2.53", "2001:db8::53");
    assertThat(network.defaultGateway()).contains("192.0.2.1");
  }

  @Test
  void hasAUsableValueForEverythingOnAnyHost() {
    NetworkIdentity identity =
        new HostNetwork(folder.resolve("none"), folder.resolve("none")).detect();

    assertThat(identity.hostname()).matches(Syntax.HOSTNAME::allows);
    assertThat(identity.domain()).matches(Syntax.DOMAIN::allows);
    assertThat(identity.address()).matches(Syntax.IPV4::allows);
    assertThat(identity.netmask()).matches(Syntax.NETMASK::allows);
    assertThat(identity.gateway()).matches(Syntax.IPV4::allows);
    assertThat(identity.dnsServers()).isNotEmpty().allMatch(Syntax.IP_ADDRESS::allows);
    assertThat(identity.ntpServers()).isNotEmpty();
  }
}
