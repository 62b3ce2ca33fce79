package org.plenum.console.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.plenum.model.resource.ManagementVm;
import org.plenum.model.resource.WorkerVm;

/** The names of the platform's servers that certificates can be about. */
public final class ServerNames {
  private static final int MAX_NODES = 1000;

  private final ConfigurationClient client;

  /** Names that a client asks for. */
  public ServerNames(ConfigurationClient client) {
    this.client = client;
  }

  /**
   * The full host name of the management node, then of each conferencing node its full host name
   * and, where that is another, its SIP TLS FQDN. Case makes none another. Blocks.
   */
  public List<String> all() {
    Map<String, String> names = new LinkedHashMap<>();
    Stream.<Class<? extends Record>>of(ManagementVm.class, WorkerVm.class)
        .flatMap(server -> servers(server).stream())
        .map(ConfigurationObject::values)
        .forEach(
            server -> {
              add(names, server.text("hostname") + "." + server.text("domain"));
              add(names, server.text("alternative_fqdn"));
            });
    names.remove("");
    return List.copyOf(names.values());
  }

  private static void add(Map<String, String> names, String name) {
    names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
  }

  private List<ConfigurationObject> servers(Class<? extends Record> server) {
    ListQuery all = ListQuery.matching("", "id", MAX_NODES);
    return client.list(client.catalog().type(server), all).objects();
  }
}
