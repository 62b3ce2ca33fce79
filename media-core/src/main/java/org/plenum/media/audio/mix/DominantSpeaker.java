package org.plenum.media.audio.mix;

import org.jspecify.annotations.Nullable;

/**
 * Finds the source that leads the conversation. Each source has a score that rises fast while it is
 * loud and falls slowly, so that a pause between words costs little; another source takes over only
 * when its score has been clearly higher for a while. One thread.
 *
 * @param <T> what stands for a source
 */
final class DominantSpeaker<T> {

  private static final double FLOOR_DB = -55;
  private static final double ATTACK = 0.04;
  private static final double RELEASE = 0.006;
  private static final double MARGIN_DB = 3;
  private static final double SPEAKING = 8;
  private static final int CONFIRM_TICKS = 20;
  private static final int MIN_TICKS_BETWEEN = 25;

  private @Nullable T dominant;
  private double dominantScore;
  private @Nullable T best;
  private double bestScore;
  private @Nullable T challenger;
  private int challengerTicks;
  private int ticksSinceChange = MIN_TICKS_BETWEEN;

  /** Score of one source, kept by its owner. */
  static final class Score {
    private double value;

    /** Follows the level of one frame, dB. */
    void onFrame(double levelDb) {
      double loudness = Math.max(0, levelDb - FLOOR_DB);
      value += (loudness - value) * (loudness > value ? ATTACK : RELEASE);
    }

    void reset() {
      value = 0;
    }
  }

  /** Begins a tick. */
  void begin() {
    best = null;
    bestScore = 0;
    dominantScore = 0;
  }

  /** Names a source that may dominate, with its score. */
  void offer(T source, Score score) {
    if (source.equals(dominant)) {
      dominantScore = score.value;
    }
    if (score.value > bestScore) {
      best = source;
      bestScore = score.value;
    }
  }

  /** Ends a tick; returns the new dominant source if it changed. */
  @Nullable T end() {
    ticksSinceChange++;
    T leader = best;
    if (leader == null
        || leader.equals(dominant)
        || bestScore < SPEAKING
        || bestScore < dominantScore + MARGIN_DB) {
      challenger = null;
      return null;
    }
    if (!leader.equals(challenger)) {
      challenger = leader;
      challengerTicks = 0;
    }
    challengerTicks++;
    boolean confirmed = challengerTicks >= CONFIRM_TICKS || dominant == null;
    if (!confirmed || ticksSinceChange < MIN_TICKS_BETWEEN) {
      return null;
    }
    dominant = leader;
    challenger = null;
    ticksSinceChange = 0;
    return leader;
  }

  /** A source left, or was muted: it cannot dominate any more. */
  void forget(T source) {
    if (source.equals(dominant)) {
      dominant = null;
    }
  }
}
