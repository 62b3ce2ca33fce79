package org.plenum.management.console;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationReader.Reference;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.rpc.console.DependentsReply;

/** Finds what a deletion would take along and what forbids it. For one question. */
final class DependentObjects {
  private static final int MAX_DELETED = 1_000;
  private static final int MAX_BLOCKING = 100;

  private final ConfigurationReader reader;
  private final Map<Key, StoredObject> deleted = new LinkedHashMap<>();
  private final Set<Key> blocking = new LinkedHashSet<>();
  private final DependentsReply.Builder reply = DependentsReply.newBuilder();

  private record Key(String resource, long id) {
    static Key of(StoredObject object) {
      return new Key(object.type().name(), object.id());
    }
  }

  DependentObjects(ConfigurationReader reader) {
    this.reader = reader;
  }

  DependentsReply of(StoredObject object) {
    deleted.put(Key.of(object), object);
    takeChildren(object);
    List.copyOf(deleted.values()).forEach(this::findUsers);
    return reply.build();
  }

  private void takeChildren(StoredObject owner) {
    for (FieldType list : owner.type().childFields()) {
      for (StoredObject child : reader.childObjects(list, owner.id())) {
        if (deleted.size() <= MAX_DELETED && deleted.putIfAbsent(Key.of(child), child) == null) {
          reply.addDeletedToo(ObjectWriter.label(child));
          takeChildren(child);
        }
      }
    }
  }

  private void findUsers(StoredObject used) {
    for (Reference user : reader.references(used.type(), used.id(), MAX_BLOCKING)) {
      Key key = Key.of(user.from());
      if (!deleted.containsKey(key) && blocking.size() < MAX_BLOCKING && blocking.add(key)) {
        reply.addBlocking(ObjectWriter.label(user.from()));
      }
    }
  }
}
