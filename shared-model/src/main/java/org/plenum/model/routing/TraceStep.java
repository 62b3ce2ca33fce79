package org.plenum.model.routing;

import java.util.Optional;
import org.plenum.model.config.Stored;

/**
 * A step on the way to a routing decision.
 *
 * @param outcome what the step led to
 * @param text the step in plain words
 * @param object the service or rule that the step is about
 */
public record TraceStep(Outcome outcome, String text, Optional<Stored<?>> object) {
  /** What a step led to. */
  public enum Outcome {
    /** Something was found out; the search goes on. */
    NOTE,
    /** A rule was tried and does not take the call. */
    SKIPPED,
    /** A service or rule takes the call. */
    TAKEN,
    /** The call goes nowhere. */
    REFUSED
  }

  static TraceStep note(String text) {
    return new TraceStep(Outcome.NOTE, text, Optional.empty());
  }

  static TraceStep refused(String text) {
    return new TraceStep(Outcome.REFUSED, text, Optional.empty());
  }

  static TraceStep skipped(String text, Stored<?> object) {
    return new TraceStep(Outcome.SKIPPED, text, Optional.of(object));
  }

  static TraceStep taken(String text, Stored<?> object) {
    return new TraceStep(Outcome.TAKEN, text, Optional.of(object));
  }
}
