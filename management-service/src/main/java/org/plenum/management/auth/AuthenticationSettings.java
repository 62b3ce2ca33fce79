package org.plenum.management.auth;

import java.util.Optional;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.Authentication;
import org.plenum.model.resource.AuthenticationSource;
import org.plenum.model.resource.ClientCertificateMode;

/**
 * Where administrators are looked up and how they prove who they are, as it is at the moment of the
 * question (SYS-033, SYS-034).
 */
public final class AuthenticationSettings {
  /** The resource is a singleton. */
  private static final long ONLY = 1;

  private final ConfigurationStore store;
  private final ResourceType<Authentication> type;

  public AuthenticationSettings(ConfigurationStore store) {
    this.store = store;
    this.type = store.catalog().type(Authentication.class);
  }

  /**
   * The settings.
   *
   * @param revision changes whenever they are changed
   */
  record Current(Authentication value, long revision) {}

  /** The settings; empty on a platform that is being set up. */
  Optional<Current> current() {
    return store.read(this::current);
  }

  Optional<Current> current(ConfigurationReader reader) {
    return reader
        .object(type, ONLY)
        .map(object -> new Current(type.toRecord(object.values()), object.revision()));
  }

  /** What the settings say, or the local database where there are none. */
  static AuthenticationSource source(Optional<Current> current) {
    return current
        .map(Current::value)
        .map(Authentication::source)
        .orElse(AuthenticationSource.LOCAL);
  }

  /** What the settings ask of who logs in, or a password where there are none. */
  static ClientCertificateMode proof(Optional<Current> current) {
    return current
        .map(Current::value)
        .map(Authentication::clientCertificate)
        .orElse(ClientCertificateMode.NOT_REQUIRED);
  }
}
