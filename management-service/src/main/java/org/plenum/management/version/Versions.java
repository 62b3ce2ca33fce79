package org.plenum.management.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.plenum.management.change.AuditText;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Rehearsal;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Page;
import org.plenum.management.store.AuditedChange;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.VersionEntry;

/** The versions of the configuration. Safe for several threads. */
public final class Versions {
  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final Differences differences;
  private final AuditText auditText;

  /** Versions of the configuration in a store. */
  public Versions(ConfigurationStore store, ChangeSets changeSets) {
    this.store = store;
    this.changeSets = changeSets;
    this.differences = new Differences(store.catalog());
    this.auditText = new AuditText(store.catalog());
  }

  /** A page of the versions that a query asks for. */
  public Page<VersionEntry> list(ListQuery query) {
    return store.read(reader -> reader.audit().versions(query));
  }

  /**
   * One version.
   *
   * @throws UnknownVersionException if there is no such version
   */
  public VersionEntry get(long version) {
    return store.read(reader -> known(reader, version));
  }

  /** What an object in the audit trail is called. */
  public String title(String resource, String json) {
    return differences.title(resource, Differences.object(json));
  }

  /**
   * A page of what a version changed, in the order in which it was done.
   *
   * @throws UnknownVersionException if there is no such version
   */
  public Page<ObjectDifference> changes(long version, int offset, int limit) {
    return store.read(
        reader -> {
          known(reader, version);
          Page<AuditedChange> page = reader.audit().changes(version, offset, limit);
          return new Page<>(
              page.objects().stream().map(differences::of).flatMap(Optional::stream).toList(),
              page.total());
        });
  }

  /**
   * A page of the objects that differ between two versions, by resource and identifier.
   *
   * @param from version whose forms are "before"; may be the later one
   * @throws UnknownVersionException if one of them does not exist
   */
  public Page<ObjectDifference> compare(long from, long to, int offset, int limit) {
    return store.read(
        reader -> {
          known(reader, from);
          known(reader, to);
          PageCollector collector = new PageCollector(offset, limit);
          Consumer<AuditedChange> forward =
              change -> differences.of(change).ifPresent(collector::add);
          if (from <= to) {
            reader.audit().between(from, to, forward);
          } else {
            reader.audit().between(to, from, change -> forward.accept(reversed(change)));
          }
          return collector.page();
        });
  }

  private static AuditedChange reversed(AuditedChange change) {
    return new AuditedChange(change.resource(), change.id(), change.after(), change.before());
  }

  /** Keeps one page of what passes by. */
  private static final class PageCollector {
    private final int offset;
    private final int limit;
    private final List<ObjectDifference> kept = new ArrayList<>();
    private long total;

    PageCollector(int offset, int limit) {
      this.offset = offset;
      this.limit = limit;
    }

    void add(ObjectDifference difference) {
      if (total >= offset && kept.size() < limit) {
        kept.add(difference);
      }
      total++;
    }

    Page<ObjectDifference> page() {
      return new Page<>(kept, total);
    }
  }

  /**
   * Says what a rollback would do.
   *
   * @throws UnknownVersionException if there is no such version
   */
  public RollbackPreview preview(long version) {
    RollbackPlan plan = new RollbackPlan(store.catalog(), version, OptionalLong.empty());
    Rehearsal rehearsal = changeSets.rehearse(ChangeSource.RESTORE, plan);
    return new RollbackPreview(
        version,
        plan.current(),
        rehearsal.changes().stream()
            .map(auditText::of)
            .map(differences::of)
            .flatMap(Optional::stream)
            .toList(),
        rehearsal.result() instanceof Rejected rejected ? plan.problems(rejected) : List.of(),
        plan.notes());
  }

  /**
   * Brings a version back, as a change set of its own.
   *
   * @param expected version that the configuration must still have
   * @throws UnknownVersionException if there is no such version
   * @throws StaleVersionException if the configuration has another version than expected
   */
  public RollbackResult rollback(String author, long version, OptionalLong expected) {
    RollbackPlan plan = new RollbackPlan(store.catalog(), version, expected);
    return switch (changeSets.apply(author, ChangeSource.RESTORE, plan)) {
      case Accepted accepted -> new RollbackResult.Done(accepted.version());
      case Rejected rejected -> new RollbackResult.Refused(plan.problems(rejected));
    };
  }

  private static VersionEntry known(ConfigurationReader reader, long version) {
    return reader.audit().version(version).orElseThrow(() -> new UnknownVersionException(version));
  }
}
