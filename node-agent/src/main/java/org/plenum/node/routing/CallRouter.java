package org.plenum.node.routing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Capability;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.WorkerVm;
import org.plenum.model.routing.CallProtocol;
import org.plenum.model.routing.CallRequest;
import org.plenum.model.routing.Router;
import org.plenum.model.routing.Routing;
import org.plenum.model.routing.RoutingDecision.ByRule;
import org.plenum.model.routing.RoutingDecision.Rejected;
import org.plenum.model.routing.RoutingDecision.ToService;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.IncomingCalls;
import org.plenum.node.call.RejectReason;
import org.plenum.node.conference.ConferenceLog;
import org.plenum.node.conference.Conferences;
import org.plenum.node.conference.JoinRequest;
import org.plenum.node.conference.ServiceKind;

/**
 * Decides on calls that arrive (PLAT-099, SVC-189): a service that has the alias, a call routing
 * rule, or a refusal with its reason. Works with the configuration that is in force when the call
 * arrives. Every refusal is one line of the administrator log with the steps that led to it.
 * Thread-safe.
 *
 * <p>Not available yet, hence refused: Virtual Receptions, test calls, entry of PINs at a prompt (a
 * PIN in the dial string works, SVX-114), and calls placed by call routing rules.
 */
public final class CallRouter implements IncomingCalls {
  private final NodeConfiguration configuration;
  private final Conferences conferences;
  private final CallSlots slots;
  private final ConferenceLog log;
  private final BreakInDefence defence;

  public CallRouter(
      NodeConfiguration configuration,
      Conferences conferences,
      CallSlots slots,
      ConferenceLog log,
      InstantSource clock) {
    this.configuration = configuration;
    this.conferences = conferences;
    this.slots = slots;
    this.log = log;
    this.defence = new BreakInDefence(configuration, clock);
  }

  @Override
  public void onIncoming(CallLeg leg) {
    Attempt attempt = new Attempt(leg, DialledPin.of(leg.identity().dialledAlias()), List.of());
    log.attempting(leg.identity(), attempt.alias());
    Optional<Stored<WorkerVm>> node = configuration.node();
    if (node.isEmpty()) {
      refuse(attempt, RejectReason.UNAVAILABLE, "the node has no configuration yet");
      return;
    }
    if (node.get().value().maintenanceMode()) {
      // OPS-060: no call at all, also not to a conference that runs here.
      refuse(attempt, RejectReason.MAINTENANCE_MODE, "");
      return;
    }
    if (defence.keepsOut(leg.identity().remoteAddress())) {
      refuse(
          attempt, RejectReason.FORBIDDEN, "too many wrong aliases were dialled from this address");
      return;
    }
    Routing routing = Router.route(configuration.routingTable(), request(leg, node.get().value()));
    switch (routing.decision()) {
      case ToService to -> toService(attempt, to, routing);
      case ByRule rule ->
          refuse(
              attempt.routed(routing),
              RejectReason.UNAVAILABLE,
              "this release does not place calls by call routing rules");
      case Rejected rejected -> reject(attempt.routed(routing), rejected.reason());
    }
  }

  private void reject(Attempt attempt, Rejected.Reason reason) {
    RejectReason answer =
        switch (reason) {
          case NO_MATCH, INVALID_DESTINATION -> RejectReason.CONFERENCE_NOT_FOUND;
          case NOT_ALLOWED_IN_RECEPTION, OUTBOUND_CALLS_DISABLED -> RejectReason.FORBIDDEN;
        };
    if (answer == RejectReason.CONFERENCE_NOT_FOUND) {
      defence.wrongAlias(attempt.leg().identity().remoteAddress());
    }
    refuse(attempt, answer, reason.text());
  }

  private void toService(Attempt call, ToService to, Routing routing) {
    Attempt attempt = call.routed(routing);
    Conference service = to.service().value();
    switch (service.serviceType()) {
      case CONFERENCE -> toConference(attempt, to, ServiceKind.MEETING_ROOM);
      case LECTURE -> toConference(attempt, to, ServiceKind.AUDITORIUM);
      case TWO_STAGE_DIALING ->
          refuse(
              attempt,
              RejectReason.UNAVAILABLE,
              "this release has no voice prompts, which a Virtual Reception needs");
      case TEST_CALL ->
          refuse(
              attempt,
              RejectReason.UNAVAILABLE,
              "this release has no voice prompts, which a test call needs");
    }
  }

  private void toConference(Attempt attempt, ToService to, ServiceKind kind) {
    Conference service = to.service().value();
    CallIdentity call = attempt.leg().identity();
    if (defence.keepsShut(to.service().id(), call.remoteAddress())) {
      refuse(attempt, RejectReason.FORBIDDEN, "too many wrong PINs were entered for this service");
      return;
    }
    PinCheck.Result pin = PinCheck.check(service, to.extension());
    switch (pin.outcome()) {
      case CORRECT -> log.pinCorrect(call, attempt.alias(), pin.role().orElseThrow());
      case INCORRECT -> {
        log.pinIncorrect(call, attempt.alias());
        defence.wrongPin(to.service().id(), call.remoteAddress());
      }
      case OPEN, MISSING -> {}
    }
    if (pin.role().isEmpty()) {
      refuse(
          attempt,
          RejectReason.FORBIDDEN,
          pin.outcome() == PinCheck.Outcome.MISSING
              ? "a PIN is needed: dial ALIAS**PIN"
              : "the PIN is not correct");
      return;
    }
    if (!slots.take()) {
      refuse(
          attempt,
          RejectReason.INSUFFICIENT_CAPACITY,
          "insufficient capacity: all " + slots.limit() + " calls of this node are in use");
      return;
    }
    Global global = configuration.global();
    Runnable giveBack = slots.giveBack();
    try {
      conferences.join(
          ConferenceSettingsFactory.settings(to.service(), kind, global),
          new JoinRequest(
              attempt.leg(),
              attempt.alias(),
              pin.role().get(),
              limits(service, global),
              optional(service.participantLimit()),
              giveBack));
    } catch (RuntimeException e) {
      giveBack.run();
      throw e;
    }
  }

  /** SVX-270: a limit of the service replaces the global one. */
  private static CallLimits limits(Conference service, Global global) {
    return new CallLimits(
        service.callType() != Capability.AUDIO,
        optional(
            service.maxCallrateIn() != null ? service.maxCallrateIn() : global.maxCallrateIn()),
        optional(
            service.maxCallrateOut() != null ? service.maxCallrateOut() : global.maxCallrateOut()));
  }

  private static CallRequest request(CallLeg leg, WorkerVm node) {
    CallIdentity call = leg.identity();
    CallProtocol protocol =
        switch (call.protocol()) {
          case SIP -> CallProtocol.SIP;
          case H323 -> CallProtocol.H323;
          case MSSIP -> CallProtocol.MSSIP;
          case WEBRTC, API -> CallProtocol.WEBRTC;
          case RTMP -> CallProtocol.RTMP;
        };
    return CallRequest.incoming(call.dialledAlias(), protocol, node.systemLocation());
  }

  private void refuse(Attempt attempt, RejectReason reason, String detail) {
    String steps = String.join("; ", attempt.steps());
    String explanation =
        detail.isEmpty() || steps.isEmpty() ? detail + steps : detail + "; " + steps;
    log.refused(attempt.leg().identity(), attempt.alias(), reason.text(), explanation);
    attempt.leg().reject(reason, detail.isEmpty() ? reason.text() : detail);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /**
   * A call that is being decided on.
   *
   * @param steps how routing came to its decision, without a PIN
   */
  private record Attempt(CallLeg leg, DialledPin dialled, List<String> steps) {
    String alias() {
      return dialled.alias();
    }

    Attempt routed(Routing routing) {
      return new Attempt(
          leg, dialled, routing.trace().stream().map(step -> dialled.masked(step.text())).toList());
    }
  }
}
