package org.plenum.model.routing;

import java.util.List;

/**
 * A decision and how it came about.
 *
 * @param decision where the call goes
 * @param trace each step in order, for logs and the route tester (SVC-169)
 */
public record Routing(RoutingDecision decision, List<TraceStep> trace) {
  public Routing {
    trace = List.copyOf(trace);
  }
}
