package org.plenum.management.licence;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.Operation;
import org.plenum.management.change.Plan;
import org.plenum.management.change.PlanRefusedException;
import org.plenum.management.licence.LicensingServer.UnansweredException;
import org.plenum.management.procedure.Initiator;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.Stored;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.Parsed;
import org.plenum.model.licence.MachineIdentity;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.resource.CaCertificate;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.LicenceAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Activates, returns and repairs licences (SYS-260 to SYS-264). A request is on disk before it goes
 * out, and outside of any transaction while it is under way; the answer takes its place in one
 * change set, so whatever is broken off, a request or a licence is left. Safe for several threads.
 */
public final class Licensing {
  private static final Logger log = LoggerFactory.getLogger(Licensing.class);

  /** DIAG-396. */
  private static final String STORED =
      "License activation request stored for offline processing User=\"{}\" ID=\"{}\"";

  static final String LICENCE = "licence";
  static final String REQUEST = "licence_request";
  private static final String STATUS = "status";
  private static final int MAX_STATUS = 1000;

  private static final String BY_HAND = "To be activated by hand, as was asked for.";
  private static final String NO_SERVER = "There is no licensing server in the global settings.";
  private static final String UNDER_WAY =
      "Sent to the licensing server, which has not answered yet.";

  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final LicensingServer server;
  private final LicencePlans plans;

  /**
   * Licences of a platform.
   *
   * @param machine tells which machine this is
   */
  public Licensing(
      ConfigurationStore store,
      ChangeSets changeSets,
      Supplier<MachineIdentity> machine,
      InstantSource clock) {
    this(store, changeSets, machine, clock, new LicensingServer());
  }

  Licensing(
      ConfigurationStore store,
      ChangeSets changeSets,
      Supplier<MachineIdentity> machine,
      InstantSource clock,
      LicensingServer server) {
    this.store = store;
    this.changeSets = changeSets;
    this.server = server;
    this.plans = new LicencePlans(store.catalog(), machine, clock);
  }

  /** Asks for a licence; what is there afterwards is the licence or the stored request. */
  ChangeResult activate(Initiator by, Parsed wish) {
    boolean byHand = wish.values().flag("offline_mode");
    return ask(by, byHand, (reader, status) -> plans.activation(reader, wish, status));
  }

  /** Returns a licence; nothing is there afterwards, or the stored request. */
  ChangeResult giveBack(Initiator by, long licence) {
    return ask(
        by, false, (reader, status) -> plans.about(reader, LicenceAction.RETURN, licence, status));
  }

  /** Asks for a licence anew; what is there afterwards is the licence or the stored request. */
  ChangeResult repair(Initiator by, long licence) {
    return ask(
        by, false, (reader, status) -> plans.about(reader, LicenceAction.REPAIR, licence, status));
  }

  /** Makes of a request and its answer what was asked for. */
  ChangeResult complete(Initiator by, long request, String answer) {
    return complete(by, request, answer, true);
  }

  /** Gives a request up. */
  ChangeResult discard(Initiator by, long request, OptionalLong expected) {
    return apply(by, reader -> List.of(new Operation.Delete(REQUEST, request, expected)));
  }

  private ChangeResult complete(Initiator by, long request, String answer, boolean byHand) {
    ChangeResult result = apply(by, reader -> plans.completion(reader, request, answer, byHand));
    if (result instanceof Accepted) {
      log.info("Processed license request User=\"{}\" ID=\"{}\"", by.author(), request);
    }
    return result;
  }

  private ChangeResult apply(Initiator by, Plan plan) {
    return changeSets.apply(by.author(), by.source(), Plan.ofPlatform(plan));
  }

  /** Makes the operation that stores a request with a status. */
  private interface Question {
    Operation operation(ConfigurationReader reader, String status);
  }

  /**
   * Where requests go.
   *
   * @param authorities whom to trust there
   */
  private record Destination(URI server, List<X509Certificate> authorities) {}

  private ChangeResult ask(Initiator by, boolean byHand, Question question) {
    Optional<Destination> destination =
        byHand ? Optional.empty() : store.read(Licensing::destination);
    String status = destination.isPresent() ? UNDER_WAY : byHand ? BY_HAND : NO_SERVER;
    ChangeResult asked = apply(by, reader -> List.of(question.operation(reader, status)));
    return switch (asked) {
      case Rejected rejected -> rejected;
      case Accepted accepted -> {
        StoredObject request = accepted.objects().getFirst().orElseThrow();
        if (destination.isEmpty()) {
          log.info(STORED, by.author(), request.title());
          yield accepted;
        }
        yield send(by, request, destination.get());
      }
    };
  }

  private static Optional<Destination> destination(ConfigurationReader reader) {
    return reader
        .find(Global.class, 1)
        .map(Stored::value)
        .map(Global::licensingServerUrl)
        .filter(url -> !url.isEmpty())
        .map(
            url ->
                new Destination(
                    URI.create(url),
                    reader
                        .all(CaCertificate.class)
                        .flatMap(
                            authority ->
                                PemBundle.parse(authority.value().certificate())
                                    .certificates()
                                    .stream())
                        .toList()));
  }

  private ChangeResult send(Initiator by, StoredObject request, Destination there) {
    try {
      String answer =
          server.send(there.server(), there.authorities(), request.values().text("request_xml"));
      return switch (complete(by, request.id(), answer, false)) {
        case Accepted accepted -> accepted;
        case Rejected rejected -> waits(by, request, reason(rejected));
      };
    } catch (UnansweredException e) {
      return waits(by, request, String.valueOf(e.getMessage()));
    }
  }

  private static String reason(Rejected rejected) {
    return "The licensing server's answer was refused. "
        + String.join(
            " ",
            rejected.rejections().getFirst().violations().messages().values().stream()
                .flatMap(List::stream)
                .toList());
  }

  /** The request stays, with the reason. */
  private ChangeResult waits(Initiator by, StoredObject request, String reason) {
    log.info(STORED, by.author(), request.title());
    String status = reason.substring(0, Math.min(reason.length(), MAX_STATUS));
    Values change = Values.of(Map.of(STATUS, status));
    return apply(by, reader -> List.of(Operation.update(REQUEST, request.id(), change)));
  }

  /** What can be refused has a field for the message. */
  static PlanRefusedException refusal(String field, String message) {
    return new PlanRefusedException(Reason.INVALID, Violations.of(field, message));
  }
}
