package org.plenum.model.routing;

import java.util.Optional;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.GatewayRoutingRule;

/** Where a call goes. */
public sealed interface RoutingDecision {
  /**
   * To a service of the platform.
   *
   * @param service the service
   * @param extension what the caller dialled behind {@code **} or {@code #}: the destination for a
   *     Virtual Reception, a PIN for other services
   */
  record ToService(Stored<Conference> service, Optional<String> extension)
      implements RoutingDecision {}

  /**
   * To another device or system.
   *
   * @param rule rule that matched
   * @param alias alias to call
   */
  record ByRule(Stored<GatewayRoutingRule> rule, String alias) implements RoutingDecision {}

  /** Nowhere. */
  record Rejected(Reason reason) implements RoutingDecision {}

  /** Why a call goes nowhere. */
  enum Reason {
    /** The destination is empty or longer than any alias can be. */
    INVALID_DESTINATION("The destination is not an alias"),
    /** No service has the alias and no rule matches it. */
    NO_MATCH("Alias belongs to no service and matches no call routing rule"),
    /** What was entered in a Virtual Reception is not allowed there. */
    NOT_ALLOWED_IN_RECEPTION("Alias is not allowed in this Virtual Reception"),
    /** A rule matches, but outbound calls are switched off for the platform. */
    OUTBOUND_CALLS_DISABLED("Outbound calls are disabled");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** For logs and call records. */
    public String text() {
      return text;
    }
  }
}
