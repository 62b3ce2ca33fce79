package org.plenum.management.enrolment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.plenum.management.store.Database;
import org.plenum.model.enrolment.EnrolmentSecret;
import org.plenum.model.enrolment.PendingEnrolment;
import org.plenum.model.pki.CertificateFingerprint;

/**
 * What the database knows of members of the platform, and of nodes about to become one.
 * Thread-safe.
 */
public final class Memberships {

  private final Database database;

  /** Members that a database knows. */
  public Memberships(Database database) {
    this.database = database;
  }

  /** Remembers the secret of a node's newest document; earlier ones are worthless from now on. */
  void expect(long nodeId, PendingEnrolment pending) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT OR REPLACE INTO pending_enrolment (node_id, secret_hash, expires, used_by)
                VALUES (?, ?, ?, NULL)""",
                nodeId,
                pending.secretHash(),
                micros(pending.expires())));
  }

  /**
   * Redeems a secret: check, binding to the key and enrolment are one transaction.
   *
   * @param redeem decides; what it throws leaves everything as it is
   * @return the node, or empty if no document has this secret
   */
  Optional<EnrolledNode> enrol(
      EnrolmentSecret secret,
      int controlPort,
      int httpsPort,
      Instant now,
      UnaryOperator<PendingEnrolment> redeem) {
    return database.write(
        handle ->
            nodeWith(handle, secret)
                .map(
                    nodeId -> {
                      PendingEnrolment redeemed = redeem.apply(pending(handle, nodeId));
                      handle.execute(
                          "UPDATE pending_enrolment SET used_by = ? WHERE node_id = ?",
                          redeemed.usedBy().map(CertificateFingerprint::value).orElse(null),
                          nodeId);
                      handle.execute(
                          """
                          INSERT OR REPLACE INTO enrolled_node
                            (node_id, control_port, https_port, enrolled) VALUES (?, ?, ?, ?)""",
                          nodeId,
                          controlPort,
                          httpsPort,
                          micros(now));
                      return new EnrolledNode(nodeId, controlPort, httpsPort);
                    }));
  }

  private static Optional<Long> nodeWith(Handle handle, EnrolmentSecret secret) {
    return handle
        .createQuery("SELECT node_id FROM pending_enrolment WHERE secret_hash = ?")
        .bind(0, secret.hash())
        .mapTo(Long.class)
        .findOne();
  }

  private static PendingEnrolment pending(Handle handle, long nodeId) {
    return handle
        .createQuery(
            "SELECT secret_hash, expires, used_by FROM pending_enrolment WHERE node_id = ?")
        .bind(0, nodeId)
        .map(
            (row, context) ->
                new PendingEnrolment(
                    row.getString("secret_hash"),
                    Instant.EPOCH.plus(row.getLong("expires"), ChronoUnit.MICROS),
                    Optional.ofNullable(row.getString("used_by")).map(CertificateFingerprint::new)))
        .one();
  }

  /** All enrolled nodes. */
  List<EnrolledNode> nodes() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT node_id, control_port, https_port FROM enrolled_node")
                .map(
                    (row, context) ->
                        new EnrolledNode(row.getLong(1), row.getInt(2), row.getInt(3)))
                .list());
  }

  /** Ends a node's membership; it can come back only with a new document. */
  void forgetNode(long nodeId) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM pending_enrolment WHERE node_id = ?", nodeId);
          return handle.execute("DELETE FROM enrolled_node WHERE node_id = ?", nodeId);
        });
  }

  /** Remembers a console. */
  void addConsole(UUID id, String name, String username, Instant now) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO enrolled_console (uuid, name, username, enrolled) VALUES (?, ?, ?, ?)",
                id.toString(),
                name,
                username,
                micros(now)));
  }

  /** All consoles that are members. */
  Set<UUID> consoles() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT uuid FROM enrolled_console")
                .mapTo(String.class)
                .map(UUID::fromString)
                .set());
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
