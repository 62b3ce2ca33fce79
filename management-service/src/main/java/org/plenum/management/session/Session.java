package org.plenum.management.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plenum.management.auth.Identity;

/** One log-in. Thread-safe. */
public final class Session {
  private final Identity identity;
  private final UUID console;
  private final Set<Runnable> endings = new LinkedHashSet<>();
  private Instant lastActivity;
  private boolean ended;

  Session(Identity identity, UUID console, Instant now) {
    this.identity = identity;
    this.console = console;
    this.lastActivity = now;
  }

  /** Who has logged in. */
  public Identity identity() {
    return identity;
  }

  /** Name of the account. */
  public String username() {
    return identity.username();
  }

  /** The console that the log-in was made at; the session is worth nothing elsewhere. */
  public UUID console() {
    return console;
  }

  /** The administrator did something. */
  public synchronized void active(Instant now) {
    lastActivity = now;
  }

  synchronized Instant lastActivity() {
    return lastActivity;
  }

  /**
   * Has something done when the session ends; at once if it has ended.
   *
   * @return to be run when that is no longer wanted
   */
  public Runnable whenEnded(Runnable ending) {
    synchronized (this) {
      if (!ended) {
        endings.add(ending);
        return () -> forget(ending);
      }
    }
    ending.run();
    return () -> {};
  }

  private synchronized void forget(Runnable ending) {
    endings.remove(ending);
  }

  void end() {
    List<Runnable> due;
    synchronized (this) {
      ended = true;
      due = new ArrayList<>(endings);
      endings.clear();
    }
    due.forEach(Runnable::run);
  }
}
