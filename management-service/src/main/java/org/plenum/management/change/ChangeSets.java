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
import org.plenum.management.store.ConfigurationReader;
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

  /**
   * More in one change set would hold up all others for too long; see {@link
   * ChangeSource#maxOperations()} for sources that may.
   */
  public static final int MAX_OPERATIONS = 5000;

  private final ConfigurationStore store;
  private final InstantSource clock;
  private final Map<String, DerivedFields> derivedFields;
  private final ContactCheck contacts;
  private final AuditText auditText;
  private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();

  /**
   * Changes the configuration in a store.
   *
   * @param contact contacts servers before objects that name them are saved
   */
  public ChangeSets(
      ConfigurationStore store,
      List<DerivedFields> derivedFields,
      ServerContact contact,
      InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.contacts = new ContactCheck(store, contact);
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
    return apply(author, source, operations, ChangeProgress.NONE);
  }

  /**
   * Makes all changes or none, as {@link #apply(String, ChangeSource, List)}.
   *
   * @param progress hears how far it is, and may give it up
   */
  public ChangeResult apply(
      String author, ChangeSource source, List<Operation> operations, ChangeProgress progress) {
    checkSize(source, operations);
    if (source.contactsServers() && contacts.concerns(operations)) {
      return applyAfterContact(author, source, contacts.pinned(operations), progress);
    }
    return apply(author, source, reader -> operations, progress);
  }

  private ChangeResult applyAfterContact(
      String author, ChangeSource source, List<Operation> operations, ChangeProgress progress) {
    ChangeResult rehearsed = rehearse(source, operations, ChangeProgress.NONE).result();
    return switch (rehearsed) {
      case Rejected rejected -> rejected;
      case Accepted accepted ->
          contacts
              .problem(operations, accepted)
              .<ChangeResult>map(problem -> problem)
              .orElseGet(() -> apply(author, source, reader -> operations, progress));
    };
  }

  /**
   * Makes all changes of a plan or none. The plan is made on the configuration as it is when it is
   * its turn, so nothing can come in between.
   */
  public ChangeResult apply(String author, ChangeSource source, Plan plan) {
    return apply(author, source, plan, ChangeProgress.NONE);
  }

  private ChangeResult apply(
      String author, ChangeSource source, Plan plan, ChangeProgress progress) {
    try {
      return store
          .write(writer -> run(writer, author, source, plan, progress), this::tellListeners)
          .result();
    } catch (UnchangedException e) {
      return store.read(e::asStored);
    } catch (RolledBackException e) {
      return e.rehearsal().result();
    }
  }

  /** Says what a plan would do, and does nothing. Identifiers of new objects may differ. */
  public Rehearsal rehearse(ChangeSource source, Plan plan) {
    return rehearse(source, plan, ChangeProgress.NONE);
  }

  /** Says what operations would do, and does nothing. */
  public Rehearsal rehearse(
      ChangeSource source, List<Operation> operations, ChangeProgress progress) {
    checkSize(source, operations);
    return rehearse(source, reader -> operations, progress);
  }

  private Rehearsal rehearse(ChangeSource source, Plan plan, ChangeProgress progress) {
    try {
      return store.write(
          writer -> {
            Outcome outcome = run(writer, "rehearsal", source, plan, progress);
            throw new RolledBackException(
                new Rehearsal(
                    outcome.result(),
                    outcome.committed().map(CommittedChange::changes).orElse(List.of())));
          },
          nothing -> {});
    } catch (RolledBackException e) {
      return e.rehearsal();
    }
  }

  private static void checkSize(ChangeSource source, List<Operation> operations) {
    if (operations.size() > source.maxOperations()) {
      throw new IllegalArgumentException("more than " + source.maxOperations() + " operations");
    }
  }

  private static List<Operation> bounded(
      ChangeSource source, Plan plan, ConfigurationWriter writer) {
    List<Operation> operations = operations(plan, writer);
    if (operations.size() > source.maxOperations()) {
      String message =
          "%d objects would have to be changed; at most %d can be changed at once."
              .formatted(operations.size(), source.maxOperations());
      throw new RolledBackException(
          new Rejected(
              List.of(
                  new Rejection(
                      0, Reason.NOT_ALLOWED, Violations.of(Violations.WHOLE_OBJECT, message)))));
    }
    return operations;
  }

  private static List<Operation> operations(Plan plan, ConfigurationWriter writer) {
    try {
      return plan.operations(writer);
    } catch (PlanRefusedException e) {
      throw new RolledBackException(e.rejected());
    }
  }

  private record Outcome(Accepted result, Optional<CommittedChange> committed) {}

  private Outcome run(
      ConfigurationWriter writer,
      String author,
      ChangeSource source,
      Plan plan,
      ChangeProgress progress) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long before = writer.version();
    long version = before + 1;
    boolean isOfPlatform = source == ChangeSource.SETUP || plan.isOfPlatform();
    ChangeRun run = new ChangeRun(writer, derivedFields, version, now, source, isOfPlatform);
    Accepted accepted = run.apply(bounded(source, plan, writer), progress);
    List<ObjectChange> changes = run.changes();
    if (changes.isEmpty()) {
      // Whatever was written on the way must not use up a revision that the next change gets.
      throw new UnchangedException(new Accepted(before, accepted.objects()));
    }
    writer.begin(version, now, author, source.wire());
    writer.audit(version, changes.stream().map(this::auditEntry).iterator());
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

  /** Carries what would have been out of the transaction, which it rolls back. */
  static class RolledBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rehearsal rehearsal;

    RolledBackException(Rehearsal rehearsal) {
      super("the change set is not made", null, false, false);
      this.rehearsal = rehearsal;
    }

    RolledBackException(Rejected rejected) {
      this(new Rehearsal(rejected, List.of()));
    }

    Rehearsal rehearsal() {
      return rehearsal;
    }
  }

  /** Nothing would be different: what was written and changed back is rolled back too. */
  private static final class UnchangedException extends RolledBackException {
    private static final long serialVersionUID = 1L;

    private final transient Accepted accepted;

    UnchangedException(Accepted accepted) {
      super(new Rehearsal(accepted, List.of()));
      this.accepted = accepted;
    }

    /** The result, with the revisions that the objects have kept. */
    Accepted asStored(ConfigurationReader reader) {
      return new Accepted(
          accepted.version(),
          accepted.objects().stream()
              .map(result -> result.flatMap(object -> reader.object(object.type(), object.id())))
              .toList());
    }
  }
}
