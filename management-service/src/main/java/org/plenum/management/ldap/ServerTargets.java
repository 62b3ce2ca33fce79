package org.plenum.management.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plenum.management.ldap.ServerTarget.Transport;
import org.plenum.management.ldap.ServiceLookup.Service;
import org.plenum.model.config.Addresses;

/**
 * Which servers to try for an address, in which order and how (DIAG-545 to DIAG-550): at each, TLS
 * comes before plain text, which must be allowed.
 */
final class ServerTargets {
  private static final int LDAP = 389;
  private static final int LDAPS = 636;
  private static final int CATALOG = 3268;
  private static final int CATALOG_TLS = 3269;

  /** More servers than this are not worth waiting for. */
  private static final int MAX_TARGETS = 16;

  private final ServiceLookup lookup;

  ServerTargets(ServiceLookup lookup) {
    this.lookup = lookup;
  }

  /** What to try; DNS is asked as the stream gets there. */
  Stream<ServerTarget> of(DirectorySettings settings) {
    String address = settings.server();
    if (Addresses.isIp(address)) {
      return standard(address, settings).stream();
    }
    Stream<Supplier<List<ServerTarget>>> steps =
        Stream.of(
            () -> secureServices("_ldaps._tcp." + address, settings),
            () -> services("_ldap._tcp." + address, settings),
            () -> standard(address, settings));
    return steps.flatMap(step -> step.get().stream()).limit(MAX_TARGETS);
  }

  private List<ServerTarget> secureServices(String name, DirectorySettings settings) {
    return lookup.find(name).stream()
        .map(
            service ->
                new ServerTarget(
                    service.host(),
                    settings.globalCatalog() ? CATALOG_TLS : service.port(),
                    Transport.LDAPS))
        .toList();
  }

  private List<ServerTarget> services(String name, DirectorySettings settings) {
    return lookup.find(name).stream()
        .flatMap(
            service ->
                (settings.globalCatalog()
                        ? standard(service.host(), settings)
                        : withoutTlsPort(service, settings))
                    .stream())
        .toList();
  }

  private static List<ServerTarget> standard(String host, DirectorySettings settings) {
    List<ServerTarget> targets = new ArrayList<>();
    targets.add(
        new ServerTarget(host, settings.globalCatalog() ? CATALOG_TLS : LDAPS, Transport.LDAPS));
    targets.addAll(
        withoutTlsPort(new Service(host, settings.globalCatalog() ? CATALOG : LDAP), settings));
    return targets;
  }

  private static List<ServerTarget> withoutTlsPort(Service service, DirectorySettings settings) {
    ServerTarget tls = new ServerTarget(service.host(), service.port(), Transport.START_TLS);
    return settings.permitNoTls()
        ? List.of(tls, new ServerTarget(service.host(), service.port(), Transport.PLAIN))
        : List.of(tls);
  }
}
