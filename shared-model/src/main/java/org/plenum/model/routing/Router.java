package org.plenum.model.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plenum.model.alias.AliasNormaliser;
import org.plenum.model.alias.DialledAlias;
import org.plenum.model.config.Stored;
import org.plenum.model.pattern.AliasPattern;
import org.plenum.model.resource.Conference;
import org.plenum.model.routing.CallRequest.Direction;
import org.plenum.model.routing.CompiledRule.Attempt;
import org.plenum.model.routing.RoutingDecision.ByRule;
import org.plenum.model.routing.RoutingDecision.Reason;
import org.plenum.model.routing.RoutingDecision.Rejected;
import org.plenum.model.routing.RoutingDecision.ToService;

/**
 * Decides where a call goes (PLAT-099, SVC-189): a service that has the alias, always before any
 * rule; otherwise the first call routing rule that matches; otherwise nowhere. A pure function of
 * the table and the call. For one decision.
 */
public final class Router {
  private final RoutingView table;
  private final CallRequest call;
  private final List<TraceStep> trace = new ArrayList<>();

  private Router(RoutingView table, CallRequest call) {
    this.table = table;
    this.call = call;
  }

  /** Routes a call. */
  public static Routing route(RoutingView table, CallRequest call) {
    Router router = new Router(table, call);
    return new Routing(router.decide(), router.trace);
  }

  /**
   * Routes a call on from a Virtual Reception (SVC-107, SVC-111).
   *
   * @param call the call, with what the caller entered as its destination
   */
  public static Routing routeFromReception(
      RoutingView table, Stored<Conference> reception, CallRequest call) {
    List<TraceStep> steps = new ArrayList<>();
    Optional<String> destination = destinationAllowed(reception, call.destination(), steps);
    if (destination.isEmpty()) {
      return new Routing(new Rejected(Reason.NOT_ALLOWED_IN_RECEPTION), steps);
    }
    CallRequest onward =
        new CallRequest(
            destination.get(),
            call.direction(),
            call.protocol(),
            call.location(),
            call.registered(),
            call.webApp());
    Routing routing = route(table, onward);
    steps.addAll(routing.trace());
    return new Routing(routing.decision(), steps);
  }

  private static Optional<String> destinationAllowed(
      Stored<Conference> reception, String entry, List<TraceStep> steps) {
    String match = reception.value().matchString();
    if (entry.isBlank()) {
      steps.add(TraceStep.refused("nothing was entered"));
      return Optional.empty();
    }
    if (match.isEmpty()) {
      return Optional.of(entry);
    }
    if (AliasPattern.problem(match).isPresent()) {
      steps.add(
          TraceStep.refused(
              "the regular expression '" + match + "' of the reception is not valid"));
      return Optional.empty();
    }
    AliasPattern.Result result =
        AliasPattern.compile(match).replace(entry, reception.value().replaceString());
    if (result.outcome() != AliasPattern.Outcome.MATCHED) {
      steps.add(
          TraceStep.refused("'" + entry + "' does not match '" + match + "' of the reception"));
      return Optional.empty();
    }
    steps.add(TraceStep.note("the reception makes '" + result.text() + "' of '" + entry + "'"));
    return Optional.of(result.text());
  }

  private RoutingDecision decide() {
    String destination = call.destination();
    if (destination.length() > AliasPattern.MAX_TEXT) {
      trace.add(
          TraceStep.refused(
              "the destination has more than " + AliasPattern.MAX_TEXT + " characters"));
      return new Rejected(Reason.INVALID_DESTINATION);
    }
    DialledAlias dialled = AliasNormaliser.normalise(destination);
    if (dialled.key().isEmpty()) {
      trace.add(TraceStep.refused("the destination is empty"));
      return new Rejected(Reason.INVALID_DESTINATION);
    }
    trace.add(
        TraceStep.note("'" + dialled.received() + "' is compared as '" + dialled.key() + "'"));
    dialled.steps().forEach(step -> trace.add(TraceStep.note(step)));
    // A conference that places a call asks the rules alone (SVX-067).
    Optional<RoutingDecision> service =
        call.direction() == Direction.INCOMING ? toService(dialled) : Optional.empty();
    return service.orElseGet(() -> byRule(dialled));
  }

  private Optional<RoutingDecision> toService(DialledAlias dialled) {
    Optional<Stored<Conference>> service = table.serviceWithAlias(dialled.key());
    if (service.isPresent()) {
      return Optional.of(found(service.get(), Optional.empty()));
    }
    trace.add(TraceStep.note("no service has the alias '" + dialled.key() + "'"));
    Optional<RoutingDecision> extended = Optional.empty();
    if (call.protocol().allowsStarExtension()) {
      extended = toServiceWithExtension(dialled.parsed(), "**");
    }
    if (extended.isEmpty() && call.protocol().allowsHashExtension()) {
      extended = toServiceWithExtension(dialled.parsed(), "#");
    }
    return extended;
  }

  /** {@code ALIAS**EXTENSION@DOMAIN} is {@code ALIAS@DOMAIN} with an extension (SVC-110). */
  private Optional<RoutingDecision> toServiceWithExtension(String parsed, String separator) {
    int split = parsed.indexOf(separator);
    if (split <= 0) {
      return Optional.empty();
    }
    int at = parsed.indexOf('@', split);
    int end = at < 0 ? parsed.length() : at;
    String alias = AliasNormaliser.key(parsed.substring(0, split) + parsed.substring(end));
    String extension = parsed.substring(split + separator.length(), end);
    Optional<Stored<Conference>> service = table.serviceWithAlias(alias);
    if (extension.isEmpty() || service.isEmpty()) {
      return Optional.empty();
    }
    // The extension may be a PIN, which must not appear in the trace.
    trace.clear();
    trace.add(
        TraceStep.note(
            "'" + separator + "' separates the alias '" + alias + "' from what follows it"));
    return Optional.of(found(service.get(), Optional.of(extension)));
  }

  private RoutingDecision found(Stored<Conference> service, Optional<String> extension) {
    trace.add(
        TraceStep.taken("the alias belongs to service '" + service.value().name() + "'", service));
    return new ToService(service, extension);
  }

  private RoutingDecision byRule(DialledAlias dialled) {
    for (CompiledRule rule : table.rules()) {
      String name = "rule '" + rule.rule().name() + "'";
      Attempt attempt = rule.attempt(call, dialled);
      if (attempt.alias().isPresent()) {
        trace.add(
            TraceStep.taken(
                name + " matches: calls '" + attempt.alias().get() + "'", rule.stored()));
        if (attempt.alias().get().isBlank()) {
          trace.add(TraceStep.refused("the rule makes an empty alias"));
          return new Rejected(Reason.INVALID_DESTINATION);
        }
        if (!table.outboundCalls()) {
          trace.add(TraceStep.refused("outbound calls are disabled"));
          return new Rejected(Reason.OUTBOUND_CALLS_DISABLED);
        }
        return new ByRule(rule.stored(), attempt.alias().get());
      }
      trace.add(TraceStep.skipped(name + " is skipped: " + attempt.reason(), rule.stored()));
    }
    trace.add(TraceStep.refused("no call routing rule matches"));
    return new Rejected(Reason.NO_MATCH);
  }
}
