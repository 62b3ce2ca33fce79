package org.plenum.console.resource;

import java.util.List;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ListQuery;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.resource.WorkerVm;
import org.plenum.rpc.console.Filter;

/** Finds the nodes that a change comes into force at only after a restart (SYS-409). */
final class NodesToRestart {
  private static final int MAX_NAMED = 200;

  private final ConfigurationClient client;

  NodesToRestart(ConfigurationClient client) {
    this.client = client;
  }

  /** Names of the nodes that use an object; blocks. */
  List<String> of(ConfigurationObject changed) {
    if (changed.type().recordClass() == WorkerVm.class) {
      return List.of(changed.title());
    }
    List<Filter> filters =
        changed.type().recordClass() == SystemLocation.class
            ? List.of(
                ListQuery.filter("system_location__id", "exact", String.valueOf(changed.id())))
            : List.of();
    ResourceType<WorkerVm> nodes = client.catalog().type(WorkerVm.class);
    return client
        .list(nodes, new ListQuery(filters, "", List.of("name"), 0, MAX_NAMED))
        .objects()
        .stream()
        .map(ConfigurationObject::title)
        .toList();
  }
}
