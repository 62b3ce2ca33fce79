package org.plenum.node.conference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a conference ends although participants are left in it (SVX-290 to SVX-295): the first rule
 * that is satisfied ends it. Used by the owner of the conference only.
 */
final class EndingRules {

  /** What to do when a rule is satisfied. */
  interface Outcome {
    /** Guests were without a Host for too long. */
    void guestsOnlyTooLong();

    /** One participant was alone for too long. */
    void aloneTooLong();
  }

  private final ConferenceSettings settings;
  private final Timers timers;
  private final Outcome outcome;
  private boolean hadHost;
  private boolean hadSeveral;
  private Timers.@Nullable Timer guestsOnly;
  private Timers.@Nullable Timer alone;

  EndingRules(ConferenceSettings settings, Timers timers, Outcome outcome) {
    this.settings = settings;
    this.timers = timers;
    this.outcome = outcome;
  }

  /**
   * Looks at who is left. Timers go on where nothing changed.
   *
   * @param joined participants let in, all roles
   * @param hostJoined a Host is among them
   */
  void update(int joined, boolean hostJoined) {
    hadHost |= hostJoined;
    hadSeveral |= joined > 1;
    guestsOnly =
        keep(
            guestsOnly,
            hadHost && !hostJoined && joined > 0,
            settings.guestsOnlyTimeout(),
            outcome::guestsOnlyTooLong);
    alone =
        keep(
            alone,
            hadSeveral && joined == 1 && !settings.lastParticipantTimeout().isZero(),
            settings.lastParticipantTimeout(),
            outcome::aloneTooLong);
  }

  /** Stops all timers. */
  void cancel() {
    guestsOnly = stop(guestsOnly);
    alone = stop(alone);
  }

  private Timers.@Nullable Timer keep(
      Timers.@Nullable Timer timer, boolean wanted, Duration delay, Runnable task) {
    if (!wanted) {
      return stop(timer);
    }
    return timer == null ? timers.start(delay, task) : timer;
  }

  private static Timers.@Nullable Timer stop(Timers.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
    return null;
  }
}
