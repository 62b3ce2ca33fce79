package org.plenum.management.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.model.config.Child;
import org.plenum.model.config.Values;

/** Fills a configuration with services, by the door through which all changes go. */
final class LargePlatform {
  static final int SERVICES = 100_000;
  private static final int AT_ONCE = 2_000;

  private LargePlatform() {}

  /** Creates services with one or two aliases each. */
  static void fill(ChangeSets changeSets) {
    for (int from = 0; from < SERVICES; from += AT_ONCE) {
      List<Operation> operations = new ArrayList<>();
      for (int i = from; i < from + AT_ONCE; i++) {
        operations.add(service(i));
      }
      apply(changeSets, operations);
    }
  }

  static Accepted apply(ChangeSets changeSets, List<Operation> operations) {
    if (changeSets.apply("bench", ChangeSource.CSV, operations) instanceof Accepted accepted) {
      return accepted;
    }
    throw new IllegalStateException("the change set was refused");
  }

  /** A service as administrators create them: a few fields differ, most have their default. */
  static Operation service(int number) {
    String person = "%s.%s%d".formatted(pick(FIRST, number), pick(LAST, number / 7), number);
    List<Child> aliases = new ArrayList<>();
    aliases.add(alias(person + "@example.com"));
    if (number % 2 == 0) {
      aliases.add(alias(String.valueOf(7_000_000 + number)));
    }
    return Operation.create(
        "conference",
        Values.of(
            Map.of(
                "name",
                person,
                "description",
                "Meeting room of " + person,
                "pin",
                String.valueOf(100_000 + number % 900_000),
                "tag",
                "import-" + number % 50,
                "aliases",
                aliases)));
  }

  private static Child alias(String text) {
    return new Child(null, Values.of(Map.of("alias", text)));
  }

  private static final List<String> FIRST =
      List.of("anna", "bo", "carla", "dmitri", "eva", "femi", "grace", "hiro", "ines", "jon");
  private static final List<String> LAST =
      List.of("adams", "berg", "cohen", "diaz", "evans", "fischer", "garcia", "hansen", "ito");

  private static String pick(List<String> from, int number) {
    return from.get(number % from.size());
  }
}
