package org.plenum.management.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.plenum.management.auth.Identity;
import org.plenum.model.collection.BoundedMap;

/**
 * Takes what somebody has proven over HTTPS, such as by certificate, to a log-in at a console
 * (SYS-054). A ticket is good once, and for a short time. Bounded: the oldest are forgotten first.
 * Safe for several threads.
 */
public final class LoginTickets {
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final int MAX_TICKETS = 1_000;

  private final InstantSource clock;
  private final RandomTokens tokens = new RandomTokens();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Ticket> tickets = BoundedMap.byAge(MAX_TICKETS);

  private record Ticket(Identity identity, Instant until) {}

  public LoginTickets(InstantSource clock) {
    this.clock = clock;
  }

  /** A ticket for somebody. */
  public String issue(Identity identity) {
    String token = tokens.next();
    lock.lock();
    try {
      tickets.put(RandomTokens.hash(token), new Ticket(identity, clock.instant().plus(LIFETIME)));
    } finally {
      lock.unlock();
    }
    return token;
  }

  /** Who the ticket was issued to, if it is good; it is not any more. */
  public Optional<Identity> redeem(String token) {
    lock.lock();
    try {
      return Optional.ofNullable(tickets.remove(RandomTokens.hash(token)))
          .filter(ticket -> clock.instant().isBefore(ticket.until()))
          .map(Ticket::identity);
    } finally {
      lock.unlock();
    }
  }
}
