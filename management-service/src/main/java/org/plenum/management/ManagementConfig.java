package org.plenum.management;

import java.nio.file.Path;
import java.util.Optional;
import org.plenum.management.rest.RestLimits;
import org.plenum.management.setup.Administrator;
import org.plenum.management.setup.NetworkIdentity;
import org.plenum.model.enrolment.ManagementEndpoint;

/**
 * What the management service is started with. All that can change while it runs is configuration
 * in its database instead.
 *
 * @param dataFolder folder of everything that it keeps
 * @param bindAddress address that its listeners bind to
 * @param httpsPort port of the REST API; 0 lets the system choose one
 * @param consolePort port for administration consoles; 0 lets the system choose one
 * @param administrator the first administrator; later starts check the password if it is given
 * @param network names and addresses for the first start
 * @param limits what clients of the REST API may ask for
 */
public record ManagementConfig(
    Path dataFolder,
    String bindAddress,
    int httpsPort,
    int consolePort,
    Optional<Administrator> administrator,
    NetworkIdentity network,
    RestLimits limits) {
  public static final int DEFAULT_CONSOLE_PORT = 18444;
  public static final String ALL_ADDRESSES = "0.0.0.0";

  /**
   * Where nodes enrol: the address that is listened on, or that of this host if it is all.
   *
   * @param port HTTPS port that is listened on
   */
  public ManagementEndpoint managementEndpoint(int port) {
    String host = bindAddress.equals(ALL_ADDRESSES) ? network.address() : bindAddress;
    return new ManagementEndpoint(host, port);
  }
}
