package org.plenum.management.renewal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.replication.NodeConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a day at the certificates of the management service and the nodes and renews those
 * with less than a third of their lifetime left. What does not work, such as a node that is away,
 * is tried again sooner, at growing intervals.
 */
public final class CertificateRenewals implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CertificateRenewals.class);

  private final Runnable ownRenewal;
  private final NodeRenewals nodes;
  private final Pauses pauses;
  private @Nullable Thread thread;

  /**
   * How long to wait between looks.
   *
   * @param usual when all is well
   * @param first after a failure; doubled after each further one
   * @param longest the longest pause after failures
   */
  record Pauses(Duration usual, Duration first, Duration longest) {
    static final Pauses DEFAULT =
        new Pauses(Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofHours(1));

    Duration afterFailures(int failures) {
      Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
      return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
  }

  /**
   * @param ownRenewal renews the service's own certificate if that is due
   * @param connections the links to all enrolled nodes
   * @param enrolment certifies nodes
   */
  public CertificateRenewals(
      Runnable ownRenewal,
      Supplier<List<NodeConnection>> connections,
      NodeEnrolment enrolment,
      InstantSource clock) {
    this(ownRenewal, connections, enrolment, clock, Pauses.DEFAULT);
  }

  CertificateRenewals(
      Runnable ownRenewal,
      Supplier<List<NodeConnection>> connections,
      NodeEnrolment enrolment,
      InstantSource clock,
      Pauses pauses) {
    this.ownRenewal = ownRenewal;
    this.nodes = new NodeRenewals(connections, enrolment, clock);
    this.pauses = pauses;
  }

  /** Looks now, and from then on. */
  public void start() {
    thread = Thread.ofVirtual().name("certificate-renewal").start(this::run);
  }

  private void run() {
    int failures = 0;
    while (!Thread.currentThread().isInterrupted()) {
      failures = renew() ? 0 : failures + 1;
      try {
        Thread.sleep(failures == 0 ? pauses.usual() : pauses.afterFailures(failures));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean renew() {
    boolean ownDone =
        attempt(
            "The management service's certificate",
            () -> {
              ownRenewal.run();
              return true;
            });
    return attempt("The nodes' certificates", nodes::renew) && ownDone;
  }

  private static boolean attempt(String what, BooleanSupplier renewal) {
    try {
      return renewal.getAsBoolean();
    } catch (RuntimeException e) {
      log.error("{} could not be renewed", what, e);
      return false;
    }
  }

  /** Stops; a renewal that is under way is broken off and made good at the next start. */
  @Override
  public void close() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(Duration.ofSeconds(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
