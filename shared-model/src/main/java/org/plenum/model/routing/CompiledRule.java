package org.plenum.model.routing;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.plenum.model.alias.DialledAlias;
import org.plenum.model.config.Stored;
import org.plenum.model.pattern.AliasPattern;
import org.plenum.model.resource.GatewayRoutingRule;
import org.plenum.model.routing.CallRequest.Direction;

/** A call routing rule with its pattern translated. Immutable. */
public final class CompiledRule {
  /** By priority. */
  static final Comparator<CompiledRule> ORDER =
      Comparator.<CompiledRule>comparingInt(rule -> rule.rule().priority())
          .thenComparingLong(rule -> rule.stored().id());

  private final Stored<GatewayRoutingRule> stored;
  private final Optional<AliasPattern> pattern;

  CompiledRule(Stored<GatewayRoutingRule> stored) {
    this.stored = stored;
    this.pattern = compile(stored.value().matchString());
  }

  /** A pattern of a newer release may be unknown here: then the rule cannot match. */
  private static Optional<AliasPattern> compile(String source) {
    try {
      return Optional.of(AliasPattern.compile(source));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  Stored<GatewayRoutingRule> stored() {
    return stored;
  }

  GatewayRoutingRule rule() {
    return stored.value();
  }

  /** Outcome of trying a rule: an alias to call, or the reason why the rule is skipped. */
  record Attempt(Optional<String> alias, String reason) {
    private static Attempt skipped(String reason) {
      return new Attempt(Optional.empty(), reason);
    }
  }

  Attempt attempt(CallRequest call, DialledAlias dialled) {
    Optional<String> obstacle = obstacle(call);
    if (obstacle.isPresent()) {
      return Attempt.skipped(obstacle.get());
    }
    if (pattern.isEmpty()) {
      return Attempt.skipped("its regular expression is not valid");
    }
    String text = rule().matchStringFull() ? dialled.received() : dialled.parsed();
    AliasPattern.Result result = pattern.get().replace(text, rule().replaceString());
    return switch (result.outcome()) {
      case MATCHED -> new Attempt(Optional.of(result.text()), "");
      case NOT_MATCHED ->
          Attempt.skipped("'" + text + "' does not match '" + rule().matchString() + "'");
      case TOO_EXPENSIVE ->
          Attempt.skipped("matching '" + rule().matchString() + "' takes too many steps");
    };
  }

  /** Why the rule does not concern a call at all (SVC-168). */
  private Optional<String> obstacle(CallRequest call) {
    if (!rule().enable()) {
      return Optional.of("it is disabled");
    }
    boolean incoming = call.direction() == Direction.INCOMING;
    if (!(incoming ? rule().matchIncomingCalls() : rule().matchOutgoingCalls())) {
      return Optional.of("it is not for " + (incoming ? "incoming" : "outgoing") + " calls");
    }
    if (rule().matchSourceLocation() != null
        && !call.location().equals(Optional.of(rule().matchSourceLocation()))) {
      return Optional.of("it is for another location");
    }
    return incoming ? incomingObstacle(call) : Optional.empty();
  }

  private Optional<String> incomingObstacle(CallRequest call) {
    if (!accepts(call.protocol())) {
      return Optional.of("it is not for calls in this protocol");
    }
    boolean countsAsRegistered =
        call.registered() && !call.webApp() && call.protocol() != CallProtocol.MSSIP;
    if (rule().matchIncomingOnlyIfRegistered() && !countsAsRegistered) {
      return Optional.of("it is for registered devices only");
    }
    return Optional.empty();
  }

  private boolean accepts(CallProtocol protocol) {
    return switch (protocol) {
      case SIP -> rule().matchIncomingSip();
      case H323 -> rule().matchIncomingH323();
      case MSSIP -> rule().matchIncomingMssip();
      case WEBRTC, RTMP -> rule().matchIncomingWebrtc();
    };
  }
}
