package org.plenum.management.testing;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plenum.management.ManagementConfig;
import org.plenum.management.ManagementService;
import org.plenum.management.auth.Role;
import org.plenum.management.ldap.DirectoryConnector;
import org.plenum.management.rest.RestLimits;
import org.plenum.management.setup.Administrator;
import org.plenum.management.setup.NetworkIdentity;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.pki.Credentials;

/** A running management service on ports of the system's choice. */
public final class ServiceFixture implements AutoCloseable {
  public static final Administrator ADMIN = new Administrator("admin", "correct horse");
  public static final Administrator VIEWER = new Administrator("viewer", "battery staple");
  public static final NetworkIdentity NETWORK =
      new NetworkIdentity(
          "mgr",
          "example.org",
          "192.0.2.10",
          "255.255.255.0",
          "192.0.2.1",
          List.of("192.0.2.53"),
          List.of("ntp.example.org"));

  private final ManagementService service;

  public ServiceFixture(Path folder) {
    this(ManagementService.start(config(folder), InstantSource.system()));
  }

  /** In a network with these directories. */
  public ServiceFixture(Path folder, Function<ConfigurationStore, DirectoryConnector> directories) {
    this(ManagementService.start(config(folder), InstantSource.system(), directories));
  }

  private ServiceFixture(ManagementService started) {
    service = started;
    service.core().accounts().put(VIEWER.username(), VIEWER.password(), Role.READ_ONLY);
  }

  public static ManagementConfig config(Path folder) {
    return new ManagementConfig(
        folder, "127.0.0.1", 0, 0, Optional.of(ADMIN), NETWORK, RestLimits.DEFAULT);
  }

  public ManagementService service() {
    return service;
  }

  /** A client that logs in as this account and trusts this service only. */
  public RestClient client(Administrator account) {
    return new RestClient(
        service.httpsPort(), service.core().keys().authority().certificate(), account);
  }

  /** A client that shows a certificate, and trusts this service only. */
  public RestClient client(Credentials own) {
    return new RestClient(
        service.httpsPort(), service.core().keys().authority().certificate(), own);
  }

  @Override
  public void close() {
    service.close();
  }
}
