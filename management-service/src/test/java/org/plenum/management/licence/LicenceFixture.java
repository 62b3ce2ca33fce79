package org.plenum.management.licence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.procedure.Initiator;
import org.plenum.management.store.StoredObject;
import org.plenum.management.testing.LicenceDesk;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.Parsed;
import org.plenum.model.licence.MachineIdentity;

/** A store whose platform trusts an issuer, on a machine that tests can move. */
final class LicenceFixture implements AutoCloseable {
  static final Initiator ALICE = new Initiator("alice", ChangeSource.REST);
  private static final UUID INSTALLATION = UUID.fromString("00000000-0000-4000-8000-000000000001");

  final StoreFixture store;
  final LicenceDesk desk;
  final Licensing licensing;
  final LicenceWatch watch;
  private final AtomicReference<MachineIdentity> machine = new AtomicReference<>();

  LicenceFixture(Path folder, Duration deadline) {
    store = new StoreFixture(folder);
    desk = new LicenceDesk("Issuer", store.clock());
    move("192.0.2.10");
    store
        .changeSets()
        .apply("setup", ChangeSource.SETUP, List.of(Operation.create("global", Values.EMPTY)));
    settings(Map.of("licence_issuer_certificate", desk.certificate()));
    licensing =
        new Licensing(
            store.store(),
            store.changeSets(),
            machine::get,
            store.clock(),
            new LicensingServer(deadline));
    watch = new LicenceWatch(store.store(), store.changeSets(), machine::get, store.clock());
  }

  /** Changes global settings. */
  void settings(Map<String, ? extends @Nullable Object> values) {
    store.accept(Operation.update("global", 1, Values.of(values)));
  }

  /** From now on, the platform runs on another machine. */
  void move(String address) {
    machine.set(MachineIdentity.of(INSTALLATION, Map.of("address", address)));
  }

  /** Asks for a licence; gives what is there afterwards. */
  StoredObject activate(String key, boolean byHand) {
    Values wish = Values.of(Map.of("entitlement_id", key, "offline_mode", byHand));
    return there(licensing.activate(ALICE, new Parsed(wish, Violations.NONE)));
  }

  /** Installs a licence by hand. */
  StoredObject installed(String key) {
    StoredObject request = activate(key, true);
    return there(
        licensing.complete(ALICE, request.id(), desk.answer(request.values().text("request_xml"))));
  }

  /** What a procedure left. */
  static StoredObject there(ChangeResult result) {
    return accepted(result).objects().getFirst().orElseThrow();
  }

  static Accepted accepted(ChangeResult result) {
    return switch (result) {
      case Accepted accepted -> accepted;
      case Rejected rejected -> throw new AssertionError(rejected.toString());
    };
  }

  /** Status of a licence in the store. */
  String status(StoredObject licence) {
    return store.get("licence", licence.id()).values().text("status");
  }

  void discard(StoredObject request) {
    accepted(licensing.discard(ALICE, request.id(), OptionalLong.empty()));
  }

  @Override
  public void close() {
    watch.close();
    store.close();
  }
}
