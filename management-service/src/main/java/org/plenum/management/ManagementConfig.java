package org.plenum.management;

import java.nio.file.Path;
import java.util.Optional;
import org.plenum.management.rest.RestLimits;
import org.plenum.management.setup.Administrator;
import org.plenum.management.setup.NetworkIdentity;

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
  public static final int DEFAULT_HTTPS_PORT = 18443;
  public static final int DEFAULT_CONSOLE_PORT = 18444;
  public static final String ALL_ADDRESSES = "0.0.0.0";
}
