package org.plenum.management.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Violations;

/**
 * Refuses what names a server that cannot be used (SYS-047, SVC-220). Servers are slow, so this
 * happens between a rehearsal and the change set itself, while others may write.
 */
final class ContactCheck {
  /** They are contacted one after the other, while somebody waits. */
  private static final int MAX_CONTACTS = 4;

  private final ConfigurationStore store;
  private final ServerContact contact;

  ContactCheck(ConfigurationStore store, ServerContact contact) {
    this.store = store;
    this.contact = contact;
  }

  /** Whether any operation saves an object that names a server. */
  boolean concerns(List<Operation> operations) {
    return operations.stream().anyMatch(this::saves);
  }

  private boolean saves(Operation operation) {
    return !(operation instanceof Operation.Delete) && contact.concerns(operation.resource());
  }

  /**
   * The same operations, bound to the objects as they are now: what is contacted must be what is
   * saved, so a change that comes in between makes them stale.
   */
  List<Operation> pinned(List<Operation> operations) {
    return store.read(
        reader -> {
          Set<String> seen = new HashSet<>();
          return operations.stream()
              .map(operation -> saves(operation) ? pinned(reader, operation, seen) : operation)
              .toList();
        });
  }

  private static Operation pinned(
      ConfigurationReader reader, Operation operation, Set<String> seen) {
    return switch (operation) {
      case Operation.Update update when seen.add(update.resource() + update.id()) ->
          new Operation.Update(
              update.resource(),
              update.id(),
              update.patch(),
              revision(reader, update.resource(), update.id(), update.expectedRevision()));
      case Operation.Replace replace when seen.add(replace.resource() + replace.id()) ->
          new Operation.Replace(
              replace.resource(),
              replace.id(),
              replace.object(),
              revision(reader, replace.resource(), replace.id(), replace.expectedRevision()));
      default -> operation;
    };
  }

  private static OptionalLong revision(
      ConfigurationReader reader, String resource, long id, OptionalLong expected) {
    if (expected.isPresent()) {
      return expected;
    }
    ResourceType<?> type = reader.catalog().find(resource).orElseThrow();
    return reader.object(type, id).stream().mapToLong(StoredObject::revision).findFirst();
  }

  /**
   * Contacts the servers.
   *
   * @param rehearsed what the operations would leave
   * @return why they must not be made
   */
  Optional<Rejected> problem(List<Operation> operations, Accepted rehearsed) {
    List<Rejection> rejections = new ArrayList<>();
    int contacts = 0;
    for (int index = 0; index < operations.size(); index++) {
      if (saves(operations.get(index))) {
        Violations problems =
            contacts++ < MAX_CONTACTS
                ? problems(rehearsed.objects().get(index))
                : Violations.of(
                    Violations.WHOLE_OBJECT,
                    "Save at most %d of these at once: the servers are contacted."
                        .formatted(MAX_CONTACTS));
        if (!problems.isEmpty()) {
          rejections.add(new Rejection(index, Reason.INVALID, problems));
        }
      }
    }
    return rejections.isEmpty() ? Optional.empty() : Optional.of(new Rejected(rejections));
  }

  private Violations problems(Optional<StoredObject> object) {
    return object.map(contact::problems).orElse(Violations.NONE);
  }
}
