package org.plenum.management.change;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.ConfigurationWriter;
import org.plenum.management.store.ConfigurationWriter.AuditEntry;
import org.plenum.model.config.Violations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door through which every change of the configuration goes. A change set is validated, written
 * with its audit entries and gets a version in one transaction, or leaves no trace. Safe for
 * several threads: change sets take turns.
 */
public final class ChangeSets {
  private static final Logger log = LoggerFactory.getLogger(ChangeSets.class);

  /** More in one change set would hold up all others for too long. */
  public static final int MAX_OPERATIONS = 5000;

  private final ConfigurationStore store;
  private final InstantSource clock;
  private final Map<String, DerivedFields> derivedFields;
  private final AuditText auditText;
  private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();

  /** Changes the configuration in a store. */
  public ChangeSets(
      ConfigurationStore store, List<DerivedFields> derivedFields, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.derivedFields =
        derivedFields.stream()
            .collect(Collectors.toUnmodifiableMap(DerivedFields::resource, Function.identity()));
    this.auditText = new AuditText(store.catalog());
  }

  /** Adds a listener, which hears of change sets from now on. */
  public void addListener(ChangeListener listener) {
    listeners.add(listener);
  }

  /** Takes a listener away. */
  public void removeListener(ChangeListener listener) {
    listeners.remove(listener);
  }

  /**
   * Makes all changes or none. When this returns {@link Accepted}, they are on disk.
   *
   * @param author who wants it: an account's name, or a part of the platform
   * @throws org.plenum.management.store.StoreException if the store is too busy or damaged
   */
  public ChangeResult apply(String author, ChangeSource source, List<Operation> operations) {
    if (operations.size() > MAX_OPERATIONS) {
      throw new IllegalArgumentException("more than " + MAX_OPERATIONS + " operations");
    }
    return apply(author, source, reader -> operations);
  }

  /**
   * Makes all changes of a plan or none. The plan is made on the configuration as it is when it is
   * its turn, so nothing can come in between.
   */
  public ChangeResult apply(String author, ChangeSource source, Plan plan) {
    try {
      return store
          .write(writer -> run(writer, author, source, bounded(plan, writer)), this::tellListeners)
          .result();
    } catch (RejectedException e) {
      return e.rejected();
    }
  }

  /** Says what a plan would do, and does nothing. */
  public Rehearsal rehearse(ChangeSource source, Plan plan) {
    try {
      store.write(
          writer -> {
            Outcome outcome = run(writer, "rehearsal", source, bounded(plan, writer));
            throw new RehearsedException(outcome);
          },
          nothing -> {});
      throw new IllegalStateException("a rehearsal ends with an exception");
    } catch (RehearsedException e) {
      return new Rehearsal(
          e.outcome().result(),
          e.outcome().committed().map(CommittedChange::changes).orElse(List.of()));
    } catch (RejectedException e) {
      return new Rehearsal(e.rejected(), List.of());
    }
  }

  private static List<Operation> bounded(Plan plan, ConfigurationWriter writer) {
    List<Operation> operations = plan.operations(writer);
    if (operations.size() > MAX_OPERATIONS) {
      String message =
          "%d objects would have to be changed; at most %d can be changed at once."
              .formatted(operations.size(), MAX_OPERATIONS);
      throw new RejectedException(
          new Rejected(
              List.of(
                  new Rejection(
                      0, Reason.NOT_ALLOWED, Violations.of(Violations.WHOLE_OBJECT, message)))));
    }
    return operations;
  }

  private record Outcome(Accepted result, Optional<CommittedChange> committed) {}

  private Outcome run(
      ConfigurationWriter writer, String author, ChangeSource source, List<Operation> operations) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long before = writer.version();
    long version = before + 1;
    ChangeRun run = new ChangeRun(writer, derivedFields, version, now, source);
    Accepted accepted = run.apply(operations);
    List<ObjectChange> changes = run.changes();
    if (changes.isEmpty()) {
      return new Outcome(new Accepted(before, accepted.objects()), Optional.empty());
    }
    writer.begin(version, now, author, source.wire());
    writer.audit(version, changes.stream().map(this::auditEntry).toList());
    return new Outcome(
        accepted, Optional.of(new CommittedChange(version, now, author, source, changes)));
  }

  private AuditEntry auditEntry(ObjectChange change) {
    return new AuditEntry(auditText.of(change), change.kind().wire());
  }

  private void tellListeners(Outcome outcome) {
    outcome.committed().ifPresent(change -> listeners.forEach(listener -> tell(listener, change)));
  }

  /** The change set is committed: a listener that fails must not make it look refused. */
  private static void tell(ChangeListener listener, CommittedChange change) {
    try {
      listener.committed(change);
    } catch (RuntimeException e) {
      log.error("A listener failed on configuration version {}", change.version(), e);
    }
  }

  /** Carries the outcome of a rehearsal out of the transaction, which it rolls back. */
  private static final class RehearsedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    RehearsedException(Outcome outcome) {
      super("the change set is a rehearsal", null, false, false);
      this.outcome = outcome;
    }

    Outcome outcome() {
      return outcome;
    }
  }

  /** Carries the reasons out of the transaction, which it rolls back. */
  static final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejected rejected;

    RejectedException(Rejected rejected) {
      super("the change set is refused", null, false, false);
      this.rejected = rejected;
    }

    Rejected rejected() {
      return rejected;
    }
  }
}
