package org.plenum.model.routing;

import java.util.List;

/**
 * A decision and how it came about.
 *
 * @param decision where the call goes
 * @param trace each step in plain words, in order, for logs and the rule tester (SVC-169)
 */
public record Routing(RoutingDecision decision, List<String> trace) {
  public Routing {
    trace = List.copyOf(trace);
  }
}
