package org.plenum.management.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Child;
import org.plenum.model.config.Values;

/**
 * Writes services with two aliases each from several threads, says so on standard output before and
 * after each change set, and goes on until it is killed.
 */
public final class CrashWriter {
  private static final int THREADS = 4;

  private CrashWriter() {}

  /** Arguments: the data folder, and a prefix for names that no other run has. */
  public static void main(String[] arguments) {
    StoreFixture fixture = new StoreFixture(Path.of(arguments[0]));
    for (int thread = 0; thread < THREADS; thread++) {
      String prefix = arguments[1] + "-" + thread + "-";
      Thread.ofPlatform().start(() -> write(fixture, prefix));
    }
  }

  private static void write(StoreFixture fixture, String prefix) {
    for (int i = 0; ; i++) {
      String name = prefix + i;
      System.out.println("BEGIN " + name);
      Operation create =
          Operation.create(
              "conference",
              Values.of(
                  Map.of(
                      "name", name, "aliases", List.of(alias(name + ".a"), alias(name + ".b")))));
      var result = fixture.changeSets().apply("crash", ChangeSource.REST, List.of(create));
      if (result instanceof Accepted) {
        System.out.println("DONE " + name);
      }
    }
  }

  private static Child alias(String alias) {
    return new Child(null, Values.of(Map.of("alias", alias)));
  }
}
