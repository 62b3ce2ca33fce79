package org.plenum.management.store;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/**
 * The configuration within a transaction that writes. Only the change-set door uses it: it checks
 * nothing itself, beyond what the database enforces when the transaction commits.
 */
public final class ConfigurationWriter extends ConfigurationReader {
  /** Entries that are written at once; keeps those of a large change set from piling up. */
  private static final int AUDIT_BATCH = 500;

  private final AuditSeal seal;

  ConfigurationWriter(
      ResourceCatalog catalog, Map<String, ResourceTable> tables, AuditSeal seal, Handle handle) {
    super(catalog, tables, seal, handle);
    this.seal = seal;
  }

  /** Gives the configuration a new version. */
  public void begin(long version, Instant time, String author, String source) {
    handle()
        .execute(
            "INSERT INTO change_set (version, time, author, source) VALUES (?, ?, ?, ?)",
            version,
            ColumnCodec.micros(time),
            author,
            source);
  }

  /** Adds an object and gives its identifier: the one asked for, or a new one. */
  public long insert(ResourceType<?> type, @Nullable Long id, long revision, Values values) {
    return table(type).insert(handle(), id, revision, values);
  }

  /** Replaces all fields of an object. */
  public void update(ResourceType<?> type, long id, long revision, Values values) {
    table(type).update(handle(), id, revision, values);
  }

  /** Gives an object a new revision because one of its children changed. */
  public void touch(ResourceType<?> type, long id, long revision) {
    table(type).touch(handle(), id, revision);
  }

  /** Removes an object, but not its children. */
  public void delete(ResourceType<?> type, long id) {
    table(type).delete(handle(), id);
  }

  /**
   * One line of the audit trail.
   *
   * @param kind create, update or delete
   */
  public record AuditEntry(AuditedChange change, String kind) {}

  /** Writes down what a change set did. */
  public void audit(long version, Iterator<AuditEntry> entries) {
    var batch =
        handle()
            .prepareBatch(
                """
                INSERT INTO change
                  (version, seq, resource, object_id, kind,
                   before_json, after_json, before_secrets, after_secrets)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    int seq = 0;
    while (entries.hasNext()) {
      AuditEntry entry = entries.next();
      AuditedChange change = entry.change();
      batch
          .bind(0, version)
          .bind(1, ++seq)
          .bind(2, change.resource())
          .bind(3, change.id())
          .bind(4, entry.kind())
          .bind(5, change.before().map(AuditedForm::json).orElse(null))
          .bind(6, change.after().map(AuditedForm::json).orElse(null))
          .bind(7, sealed(change.resource(), change.before()))
          .bind(8, sealed(change.resource(), change.after()))
          .add();
      if (batch.size() == AUDIT_BATCH) {
        batch.execute();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private @Nullable String sealed(String resource, Optional<AuditedForm> form) {
    return form.map(known -> seal.seal(resource, known)).orElse(null);
  }
}
