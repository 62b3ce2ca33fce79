package org.plenum.management.change;

import java.util.List;
import java.util.Optional;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationReader.Reference;
import org.plenum.management.store.StoredObject;

/** Says which objects keep another one from being deleted. */
final class UseCheck {
  private static final int NAMED = 5;

  private final ConfigurationReader reader;

  UseCheck(ConfigurationReader reader) {
    this.reader = reader;
  }

  /** The sentence that names the users of a deleted object; empty if there are none. */
  Optional<String> problem(StoredObject deleted) {
    List<Reference> users = reader.references(deleted.type(), deleted.id(), NAMED + 1);
    if (users.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = users.stream().limit(NAMED).map(UseCheck::inWords).toList();
    return Optional.of(
        "%s \"%s\" is used by %s%s."
            .formatted(
                capitalised(deleted.type().label()),
                deleted.title(),
                String.join(", ", names),
                users.size() > NAMED ? " and others" : ""));
  }

  private static String inWords(Reference user) {
    StoredObject from = user.from();
    return "%s \"%s\" (%s)".formatted(from.type().label(), from.title(), user.field().name());
  }

  private static String capitalised(String label) {
    return Character.toUpperCase(label.charAt(0)) + label.substring(1);
  }
}
