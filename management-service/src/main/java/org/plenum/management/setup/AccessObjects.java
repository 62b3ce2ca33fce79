package org.plenum.management.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plenum.management.change.Operation;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/** The catalogue of permissions, and the account roles that every platform begins with. */
final class AccessObjects {
  private static final String PERMISSION = "permission";
  private static final String ROLE = "role";

  private final ConfigurationStore store;
  private final Consumer<List<Operation>> create;

  /**
   * @param create applies a change set, or fails
   */
  AccessObjects(ConfigurationStore store, Consumer<List<Operation>> create) {
    this.store = store;
    this.create = create;
  }

  /**
   * Completes the catalogue of permissions. The two default roles (SYS-060) are made once: they
   * belong to the administrators, who may have deleted them since.
   */
  void ensure() {
    Map<String, Long> known = permissions();
    List<Operation> missing =
        Arrays.stream(Permission.values())
            .filter(permission -> !known.containsKey(permission.codename()))
            .map(AccessObjects::entry)
            .toList();
    if (!missing.isEmpty()) {
      create.accept(missing);
    }
    if (store.read(reader -> reader.audit().history(type(ROLE), 1, 1).isEmpty())) {
      create.accept(
          List.of(role("Read-only", Permissions.READ_ONLY), role("Read-write", Permissions.ALL)));
    }
  }

  private Map<String, Long> permissions() {
    Map<String, Long> ids = new LinkedHashMap<>();
    store.read(
        reader -> {
          reader.forEach(
              type(PERMISSION), entry -> ids.put(entry.values().text("codename"), entry.id()));
          return ids;
        });
    return ids;
  }

  private static Operation entry(Permission permission) {
    return Operation.create(
        PERMISSION,
        Values.of(Map.of("name", permission.label(), "codename", permission.codename())));
  }

  private Operation role(String name, Permissions granted) {
    Map<String, Long> ids = permissions();
    List<Long> references = new ArrayList<>();
    granted.codenames().forEach(codename -> references.add(ids.get(codename)));
    return Operation.create(ROLE, Values.of(Map.of("name", name, "permissions", references)));
  }

  private ResourceType<?> type(String resource) {
    return store.catalog().find(resource).orElseThrow();
  }
}
