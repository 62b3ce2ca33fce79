package org.plenum.management.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * Makes the objects that a platform always has: the management service, the settings that exist
 * once, permissions and the first account roles.
 */
public final class InitialConfiguration {
  static final String AUTHOR = "setup";
  private static final long SINGLETON = 1;
  private static final int MAX_NAME = 32;

  private final ConfigurationStore store;
  private final ChangeSets changeSets;

  public InitialConfiguration(ConfigurationStore store, ChangeSets changeSets) {
    this.store = store;
    this.changeSets = changeSets;
  }

  /**
   * Makes what is missing. What exists stays as it is, whatever the host now looks like.
   *
   * @throws StartupException if the identity breaks a rule of the configuration
   */
  public void ensure(NetworkIdentity network) {
    if (isMissing("management_vm")) {
      create("management_vm", managementVm(network));
    }
    for (ResourceType<?> type : store.catalog().types()) {
      if (type.singleton() && isMissing(type.name())) {
        create(type.name(), Map.of());
      }
    }
    if (neverExisted("stun_server")) {
      create("stun_server", shippedStunServer());
    }
    new AccessObjects(store, this::apply).ensure();
  }

  /** Gets the identifier that new locations refer to (SYS-205); administrators may delete it. */
  private static Map<String, Object> shippedStunServer() {
    return Map.of(
        "name", "Public STUN server",
        "description", "Ships with the product.",
        "address", "stun.l.google.com",
        "port", 19302L);
  }

  private Map<String, Object> managementVm(NetworkIdentity network) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name(network));
    values.put("description", network.fqdn());
    values.put("hostname", network.hostname());
    values.put("domain", network.domain());
    values.put("address", network.address());
    values.put("netmask", network.netmask());
    values.put("gateway", network.gateway());
    values.put("dns_servers", servers("dns_server", network.dnsServers()));
    values.put("ntp_servers", servers("ntp_server", network.ntpServers()));
    return values;
  }

  /** The full host name (SYS-092), or as much of it as a name can have. */
  private static String name(NetworkIdentity network) {
    String name = network.fqdn().length() <= MAX_NAME ? network.fqdn() : network.hostname();
    return name.substring(0, Math.min(name.length(), MAX_NAME));
  }

  /**
   * Identifiers of the servers with these addresses; what an earlier, broken start made is used.
   */
  private List<Long> servers(String resource, List<String> addresses) {
    ResourceType<?> type = type(resource);
    Map<String, Long> known = new LinkedHashMap<>();
    store.read(
        reader -> {
          reader.forEach(
              type, server -> known.putIfAbsent(server.values().text("address"), server.id()));
          return known;
        });
    List<Long> ids = new ArrayList<>();
    for (String address : addresses) {
      Long id = known.get(address);
      ids.add(id == null ? create(resource, Map.of("address", address)).id() : id);
    }
    return ids;
  }

  private boolean isMissing(String resource) {
    return store.read(reader -> reader.object(type(resource), SINGLETON).isEmpty());
  }

  private boolean neverExisted(String resource) {
    return store.read(reader -> reader.audit().history(type(resource), 1, 1).isEmpty());
  }

  private StoredObject create(String resource, Map<String, ? extends @Nullable Object> values) {
    return apply(List.of(Operation.create(resource, Values.of(values))))
        .objects()
        .getFirst()
        .orElseThrow();
  }

  private Accepted apply(List<Operation> operations) {
    return switch (changeSets.apply(AUTHOR, ChangeSource.SETUP, operations)) {
      case Accepted accepted -> accepted;
      case Rejected rejected -> {
        Rejection first = rejected.rejections().getFirst();
        throw new StartupException(
            ExitCode.USAGE,
            "The first configuration breaks a rule: "
                + first.violations().toJson(operations.get(first.operation()).resource()));
      }
    };
  }

  private ResourceType<?> type(String resource) {
    return store.catalog().find(resource).orElseThrow();
  }
}
