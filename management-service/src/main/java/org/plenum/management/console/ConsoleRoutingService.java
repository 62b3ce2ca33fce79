package org.plenum.management.console;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Stored;
import org.plenum.model.pattern.AliasPattern;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ServiceType;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.routing.CallProtocol;
import org.plenum.model.routing.CallRequest;
import org.plenum.model.routing.CallRequest.Direction;
import org.plenum.model.routing.Router;
import org.plenum.model.routing.Routing;
import org.plenum.model.routing.RoutingDecision.ByRule;
import org.plenum.model.routing.RoutingDecision.Rejected;
import org.plenum.model.routing.RoutingDecision.ToService;
import org.plenum.model.routing.StoredRouting;
import org.plenum.model.routing.TraceStep;
import org.plenum.rpc.console.ConsoleRoutingGrpc.ConsoleRoutingImplBase;
import org.plenum.rpc.console.RouteObject;
import org.plenum.rpc.console.RouteStep;
import org.plenum.rpc.console.TestRouteReply;
import org.plenum.rpc.console.TestRouteRequest;

/**
 * Tells how a call would be handled and why (SVC-169), by the rules that nodes route with. Each
 * question reads what it needs, so that it costs the same with ten aliases and with 100,000.
 */
final class ConsoleRoutingService extends ConsoleRoutingImplBase {
  private final ConfigurationStore store;

  ConsoleRoutingService(ConfigurationStore store) {
    this.store = store;
  }

  @Override
  public void testRoute(TestRouteRequest request, StreamObserver<TestRouteReply> answer) {
    answer.onNext(store.read(reader -> new Answer(reader.catalog()).of(route(reader, request))));
    answer.onCompleted();
  }

  private static Routing route(ConfigurationReader reader, TestRouteRequest request) {
    if (request.getDestination().length() > AliasPattern.MAX_TEXT) {
      throw invalid("destination: longer than %d characters".formatted(AliasPattern.MAX_TEXT));
    }
    CallRequest call = call(reader, request);
    StoredRouting routing = new StoredRouting(reader);
    return request.getReceptionId() == 0
        ? Router.route(routing, call)
        : Router.routeFromReception(routing, reception(reader, request.getReceptionId()), call);
  }

  private static CallRequest call(ConfigurationReader reader, TestRouteRequest request) {
    Optional<Stored<SystemLocation>> location =
        reader.find(SystemLocation.class, request.getLocationId());
    if (request.getLocationId() != 0 && location.isEmpty()) {
      throw invalid("location_id: there is no such location");
    }
    return new CallRequest(
        request.getDestination(),
        request.getOutgoing() ? Direction.OUTGOING : Direction.INCOMING,
        protocol(request.getProtocol()),
        location.map(Stored::ref),
        request.getRegistered(),
        request.getWebApp());
  }

  private static CallProtocol protocol(TestRouteRequest.Protocol protocol) {
    return switch (protocol) {
      case SIP -> CallProtocol.SIP;
      case H323 -> CallProtocol.H323;
      case MSSIP -> CallProtocol.MSSIP;
      case WEBRTC -> CallProtocol.WEBRTC;
      case RTMP -> CallProtocol.RTMP;
      case UNRECOGNIZED -> throw invalid("protocol: unknown");
    };
  }

  private static Stored<Conference> reception(ConfigurationReader reader, long id) {
    return reader
        .find(Conference.class, id)
        .filter(service -> service.value().serviceType() == ServiceType.TWO_STAGE_DIALING)
        .orElseThrow(() -> invalid("reception_id: there is no such Virtual Reception"));
  }

  private static RuntimeException invalid(String problem) {
    return Status.INVALID_ARGUMENT.withDescription(problem).asRuntimeException();
  }

  /** A routing in the form of the wire. */
  private record Answer(ResourceCatalog catalog) {
    TestRouteReply of(Routing routing) {
      TestRouteReply.Builder reply = TestRouteReply.newBuilder();
      switch (routing.decision()) {
        case ToService(Stored<Conference> service, Optional<String> extension) ->
            reply
                .setDecision(TestRouteReply.Decision.SERVICE)
                .setObject(object(service))
                .setExtension(extension.orElse(""));
        case ByRule rule ->
            reply
                .setDecision(TestRouteReply.Decision.RULE)
                .setObject(object(rule.rule()))
                .setAlias(rule.alias());
        case Rejected rejected -> reply.setReason(rejected.reason().text());
      }
      routing.trace().forEach(step -> reply.addSteps(step(step)));
      return reply.build();
    }

    private RouteStep step(TraceStep step) {
      RouteStep.Builder wire =
          RouteStep.newBuilder()
              .setOutcome(RouteStep.Outcome.valueOf(step.outcome().name()))
              .setText(step.text());
      step.object().ifPresent(object -> wire.setObject(object(object)));
      return wire.build();
    }

    private <T extends Record> RouteObject object(Stored<T> object) {
      @SuppressWarnings("unchecked") // a record's class is that of its type
      ResourceType<T> type = catalog.type((Class<T>) object.value().getClass());
      RouteObject.Builder wire =
          RouteObject.newBuilder()
              .setResource(type.name())
              .setId(object.id())
              .setLabel(type.title(type.toValues(object.value())));
      if (object.value() instanceof Conference service) {
        wire.setServiceType(service.serviceType().wire());
      }
      return wire.build();
    }
  }
}
