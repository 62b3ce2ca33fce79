package org.plenum.management.advice;

import java.util.ArrayList;
import java.util.List;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Advice;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.WorkerVm;

/**
 * Tells those who save or open an object what is doubtful about it. Looks at what is stored, after
 * the change, so that no writer waits for it. Safe for several threads.
 */
public final class Advisor {
  /** Objects of one change set that are looked at; nobody reads more. */
  private static final int MAX_OBJECTS = 100;

  private final ConfigurationStore store;
  private final NodeNames names;

  /** Advises on the objects in a store. */
  public Advisor(ConfigurationStore store, NameLookup lookup) {
    this.store = store;
    this.names = new NodeNames(lookup);
  }

  /**
   * What is doubtful about an object; nothing if it is gone. May wait for name servers.
   *
   * @param permissions of who asks; doubts about fields that these do not show are left out, since
   *     they name objects of other areas
   */
  public Violations on(ResourceType<?> type, long id, Permissions permissions) {
    return store
        .read(reader -> reader.object(type, id))
        .map(object -> inConfiguration(object, permissions).and(outside(object)))
        .orElse(Violations.NONE);
  }

  /**
   * What is doubtful about the objects that a change set has saved, one entry for each operation.
   * Name servers are asked about one object only: somebody waits.
   *
   * @param permissions of who saved them, as above
   */
  public List<Violations> on(Accepted saved, Permissions permissions) {
    List<Violations> advice = new ArrayList<>();
    for (var saving : saved.objects()) {
      advice.add(
          advice.size() < MAX_OBJECTS
              ? saving.map(object -> inConfiguration(object, permissions)).orElse(Violations.NONE)
              : Violations.NONE);
    }
    if (saved.objects().size() == 1) {
      saved
          .objects()
          .getFirst()
          .ifPresent(object -> advice.set(0, advice.getFirst().and(outside(object))));
    }
    return advice;
  }

  private Violations inConfiguration(StoredObject object, Permissions permissions) {
    ResourceType<?> type = object.type();
    return store
        .read(reader -> Advice.of(type, object.id(), object.values(), reader))
        .of(
            name ->
                type.field(name)
                    .filter(field -> !store.catalog().mayView(field, permissions))
                    .isEmpty());
  }

  private Violations outside(StoredObject object) {
    return object.type().recordClass() == WorkerVm.class
        ? names.advice((WorkerVm) object.type().toRecord(object.values()))
        : Violations.NONE;
  }
}
