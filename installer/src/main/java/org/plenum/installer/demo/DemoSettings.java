package org.plenum.installer.demo;

import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose for a demonstration.
 *
 * @param data absolute folder for everything that is kept
 * @param ports ports to listen on
 * @param address address to listen on and to dial
 * @param adminPassword password of the administrator, or null to make one
 * @param console open the console
 */
record DemoSettings(
    Path data,
    DemoPorts ports,
    InetAddress address,
    @Nullable String adminPassword,
    boolean console) {

  Path managementFolder() {
    return data.resolve("management");
  }

  Path nodeFolder() {
    return data.resolve("node");
  }

  String host() {
    return address.getHostAddress();
  }
}
