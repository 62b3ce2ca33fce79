package org.plenum.management.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.plenum.management.auth.Identity;

/**
 * The sessions that there are. A session belongs to the console where the log-in was made and ends
 * when nothing was done in it for the idle timeout (PLAT-167). Bounded: when there are too many,
 * the one that was idle for longest ends. Thread-safe.
 */
public final class Sessions {
  private static final int MAX_SESSIONS = 1_000;

  private final Supplier<Duration> idleTimeout;
  private final InstantSource clock;
  private final RandomTokens tokens = new RandomTokens();

  /** By hash of the token, so that a look-up says nothing about other tokens. */
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  /**
   * @param idleTimeout asked anew each time, so that a changed setting holds for open sessions
   */
  public Sessions(Supplier<Duration> idleTimeout, InstantSource clock) {
    this.idleTimeout = idleTimeout;
    this.clock = clock;
  }

  /**
   * A session that was opened.
   *
   * @param token what the console must present with each call
   */
  public record Opened(String token, Session session) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Opened[" + session.username() + "]";
    }
  }

  /** Opens a session for somebody at a console. */
  public Opened open(Identity identity, UUID console) {
    String token = tokens.next();
    Session session = new Session(identity, console, clock.instant());
    Optional<Session> displaced;
    synchronized (sessions) {
      displaced = sessions.size() < MAX_SESSIONS ? Optional.empty() : longestIdle();
      displaced.ifPresent(sessions.values()::remove);
      sessions.put(RandomTokens.hash(token), session);
    }
    displaced.ifPresent(Session::end);
    return new Opened(token, session);
  }

  private Optional<Session> longestIdle() {
    return sessions.values().stream().min(Comparator.comparing(Session::lastActivity));
  }

  /** The session with this token, if it is of this console and still lasts. */
  public Optional<Session> find(String token, UUID console) {
    Session session;
    synchronized (sessions) {
      session = sessions.get(RandomTokens.hash(token));
    }
    if (session == null || !session.console().equals(console)) {
      return Optional.empty();
    }
    if (isIdle(session, idleTimeout.get(), clock.instant())) {
      end(session);
      return Optional.empty();
    }
    return Optional.of(session);
  }

  /** Ends a session. */
  public void end(Session session) {
    synchronized (sessions) {
      sessions.values().remove(session);
    }
    session.end();
  }

  /**
   * Ends the sessions that were idle for too long, and those that are unwanted.
   *
   * @param unwanted may block
   */
  public void endIdle(Predicate<Session> unwanted) {
    List<Session> all;
    synchronized (sessions) {
      all = new ArrayList<>(sessions.values());
    }
    if (all.isEmpty()) {
      return;
    }
    Duration timeout = idleTimeout.get();
    Instant now = clock.instant();
    all.stream()
        .filter(session -> isIdle(session, timeout, now) || unwanted.test(session))
        .forEach(this::end);
  }

  private static boolean isIdle(Session session, Duration timeout, Instant now) {
    return session.lastActivity().plus(timeout).isBefore(now);
  }
}
