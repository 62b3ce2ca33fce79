package org.plenum.management.setup;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.plenum.management.store.Database;

/**
 * This deployment of the platform.
 *
 * @param uuid made at the first start, the same ever after
 */
public record Deployment(UUID uuid) {
  /** The deployment that the database belongs to, which begins now if it is new. */
  public static Deployment open(Database database, InstantSource clock) {
    return database.write(
        handle -> {
          handle.execute(
              """
              INSERT INTO deployment (id, deployment_uuid, created) VALUES (1, ?, ?)
              ON CONFLICT (id) DO NOTHING""",
              UUID.randomUUID().toString(),
              ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
          return new Deployment(
              UUID.fromString(
                  handle
                      .createQuery("SELECT deployment_uuid FROM deployment WHERE id = 1")
                      .mapTo(String.class)
                      .one()));
        });
  }
}
