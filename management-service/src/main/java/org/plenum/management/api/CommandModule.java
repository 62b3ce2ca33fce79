package org.plenum.management.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.plenum.management.control.CommandRouter;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.model.access.Permission;
import org.plenum.model.config.Violations;
import org.plenum.rpc.status.AdmitParticipant;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.DisconnectConference;
import org.plenum.rpc.status.DisconnectParticipant;
import org.plenum.rpc.status.LockConference;
import org.plenum.rpc.status.MuteGuests;
import org.plenum.rpc.status.MuteParticipant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command API: actions on what runs. */
public final class CommandModule implements RestModule {

  static final String BASE = "/api/admin/command/v1/";
  static final String TAG = "command";
  private static final String CONFERENCE = "conference_id";
  private static final String PARTICIPANT = "participant_id";
  private static final Logger log = LoggerFactory.getLogger(CommandModule.class);

  /** What can be commanded: a name, the one field of its request, and what it means. */
  private record Action(String name, String field, Function<String, Command> command) {}

  private static final List<Action> ACTIONS =
      List.of(
          new Action("conference/lock", CONFERENCE, id -> lock(id, true)),
          new Action("conference/unlock", CONFERENCE, id -> lock(id, false)),
          new Action("conference/mute_guests", CONFERENCE, id -> muteGuests(id, true)),
          new Action("conference/unmute_guests", CONFERENCE, id -> muteGuests(id, false)),
          new Action("conference/disconnect", CONFERENCE, CommandModule::disconnectConference),
          new Action("participant/disconnect", PARTICIPANT, CommandModule::disconnectParticipant),
          new Action("participant/mute", PARTICIPANT, id -> mute(id, true)),
          new Action("participant/unmute", PARTICIPANT, id -> mute(id, false)),
          new Action("participant/unlock", PARTICIPANT, CommandModule::admit));

  private final CommandRouter router;

  public CommandModule(CommandRouter router) {
    this.router = router;
  }

  @Override
  public List<RestPath> paths() {
    return ACTIONS.stream().map(this::path).toList();
  }

  private RestPath path(Action action) {
    return RestPath.of(
        BASE + action.name() + "/",
        Rule.needs(Permission.MAY_CONTROL_CONFERENCES),
        Map.of(
            RestMethod.POST,
            request -> execute(action.name(), action.field(), action.command(), request)));
  }

  @Override
  public void describe(ApiDescription api) {
    api.tag(TAG, "Actions on what runs.");
    ObjectNode result = ApiDescription.objectSchema();
    ObjectNode properties = result.putObject("properties");
    properties
        .putObject("status")
        .put("type", "string")
        .putArray("enum")
        .add("success")
        .add("failed")
        .add("error");
    properties.putObject("message").put("type", "string");
    api.schema("command.result", result);
    for (Action action : ACTIONS) {
      ObjectNode body = ApiDescription.objectSchema().put("additionalProperties", false);
      body.putObject("properties").putObject(action.field()).put("type", "string");
      body.putArray("required").add(action.field());
      api.operation(
              RestMethod.POST,
              BASE + action.name() + "/",
              TAG,
              "command_" + action.name().replace('/', '_'),
              "Commands %s.".formatted(action.name().replace('/', ' ')))
          .body(body)
          .answers(202, "What became of it.", ApiDescription.ref("command.result"))
          .refuses(400);
    }
  }

  private RestResponse execute(
      String name, String field, Function<String, Command> command, RestRequest request) {
    String id = onlyField(name.substring(name.indexOf('/') + 1), field, request.json());
    CommandResult result = router.execute(command.apply(id));
    log.info("{} asked for {} of {}: {}", request.author(), name, id, result.getStatus());
    return RestResponse.json(
        202,
        JsonNodeFactory.instance
            .objectNode()
            .put("status", result.getStatus().name().toLowerCase(Locale.ROOT))
            .put("message", result.getMessage()));
  }

  /** The identifier; any other field would be accepted without effect. */
  private static String onlyField(String command, String field, JsonNode body) {
    Violations.Builder violations = new Violations.Builder();
    JsonNode value = body.path(field);
    if (!body.isObject() || !value.isTextual() || value.asText().isBlank()) {
      violations.add(field, "This field is required.");
    }
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals(field)) {
                violations.add(name, "This field is not known.");
              }
            });
    if (!violations.isEmpty()) {
      throw RestException.invalid(command, violations.build());
    }
    return value.asText();
  }

  private static Command lock(String id, boolean locked) {
    return Command.newBuilder()
        .setLockConference(LockConference.newBuilder().setConferenceId(id).setLocked(locked))
        .build();
  }

  private static Command muteGuests(String id, boolean muted) {
    return Command.newBuilder()
        .setMuteGuests(MuteGuests.newBuilder().setConferenceId(id).setMuted(muted))
        .build();
  }

  private static Command disconnectConference(String id) {
    return Command.newBuilder()
        .setDisconnectConference(DisconnectConference.newBuilder().setConferenceId(id))
        .build();
  }

  private static Command disconnectParticipant(String id) {
    return Command.newBuilder()
        .setDisconnectParticipant(DisconnectParticipant.newBuilder().setParticipantId(id))
        .build();
  }

  private static Command mute(String id, boolean muted) {
    return Command.newBuilder()
        .setMuteParticipant(MuteParticipant.newBuilder().setParticipantId(id).setMuted(muted))
        .build();
  }

  private static Command admit(String id) {
    return Command.newBuilder()
        .setAdmitParticipant(AdmitParticipant.newBuilder().setParticipantId(id))
        .build();
  }
}
