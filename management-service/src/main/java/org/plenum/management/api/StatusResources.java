package org.plenum.management.api;

import static org.plenum.management.api.StatusField.flag;
import static org.plenum.management.api.StatusField.number;
import static org.plenum.management.api.StatusField.text;
import static org.plenum.management.api.StatusField.time;
import static org.plenum.management.api.StatusField.whole;

import java.util.List;
import java.util.Map;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.SystemLocation;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.MediaStreamStatus;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantStatus;

/** The resources of the status API (DIAG-098 to DIAG-144, DIAG-253 ff., MAPI names). */
final class StatusResources {

  /** Conferences, one object each however many nodes host it (DIAG-097). */
  static final StatusResource CONFERENCE =
      new StatusResource(
          "conference",
          List.of(
              text("id", "Identifier of the conference instance."),
              text("name", "Name of the service, or of the call routing rule and the call."),
              text("service_type", "Type of service."),
              time("start_time", "When the first participant joined."),
              flag("is_locked", "No further participants may join."),
              flag("is_started", "The conference has started."),
              flag("guests_muted", "All Guests are muted."),
              whole("participant_count", "Participants now."),
              text("tag", "Service tag.")),
          StatusResources::conferences);

  /** A conference on one node. */
  static final StatusResource CONFERENCE_SHARD =
      new StatusResource(
          "conference_shard",
          List.of(
              text("id", "Identifier of the part of the conference on this node."),
              text("conference", "Name of the service."),
              text("node", "Address of the Conferencing Node."),
              text("system_location", "Location of the Conferencing Node."),
              text("service_type", "Type of service."),
              time("start_time", "When the first participant joined on this node."),
              flag("is_locked", "No further participants may join."),
              flag("is_started", "The conference has started."),
              flag("guests_muted", "All Guests are muted."),
              text("tag", "Service tag.")),
          StatusResources::shards);

  /** Connected participants. */
  static final StatusResource PARTICIPANT =
      new StatusResource(
          "participant",
          List.of(
              text("id", "Identifier of the participant."),
              text("conference", "Name of the service that the participant uses."),
              text("call_uuid", "Identifier of the call."),
              text("participant_alias", "Alias of the endpoint."),
              text("display_name", "Name configured on the endpoint."),
              text("destination_alias", "Alias that was dialled."),
              text("call_direction", "in: the endpoint called; out: it was called."),
              text("protocol", "Signalling protocol."),
              text("role", "chair (Host), guest or unknown."),
              text("encryption", "On if all media is encrypted."),
              flag("has_media", "The participant sends or receives media."),
              flag("is_muted", "The audio is muted by an administrator or a Host."),
              flag("is_on_hold", "The endpoint put the call on hold."),
              flag("is_presenting", "The participant is sending a presentation."),
              flag("is_streaming", "A streaming or recording device."),
              whole("rx_bandwidth", "Most that is received from the endpoint, kbps."),
              whole("tx_bandwidth", "Most that is sent to the endpoint, kbps."),
              text("remote_address", "IP address of the endpoint's signalling."),
              whole("remote_port", "Port of the endpoint's signalling."),
              text("vendor", "Product and version that the endpoint gave."),
              time("connect_time", "When the call was set up."),
              text("service_tag", "Service tag."),
              text("service_type", "Type of service."),
              text("signalling_node", "Address of the node that handles signalling."),
              text("media_node", "Address of the node that handles media."),
              text("system_location", "Location of the signalling node.")),
          StatusResources::participants);

  /** Conferencing Nodes. */
  static final StatusResource WORKER_VM =
      new StatusResource(
          "worker_vm",
          List.of(
              whole("id", "Identifier of the node."),
              whole("configuration_id", "Identifier of its configuration object."),
              text("name", "Name of the node."),
              text("system_location", "Location of the node."),
              text("version", "Software version."),
              time("boot_time", "When the node was started."),
              time("last_updated", "When the node last reported."),
              time("last_attempted_contact", "When the node was last contacted."),
              text("sync_status", "Whether the node has the newest configuration."),
              text("deploy_status", "Whether the node has enrolled."),
              whole("media_load", "Media load, per cent of the capacity."),
              whole("max_hd_calls", "Estimated capacity in HD calls."),
              whole("max_full_hd_calls", "Estimated capacity in Full HD calls."),
              whole("max_sd_calls", "Estimated capacity in SD calls."),
              whole("max_audio_calls", "Estimated capacity in audio calls."),
              whole("cpu_count", "Number of processors."),
              text("cpu_model", "Model of the processors."),
              whole("total_ram", "Memory, octets."),
              flag("maintenance_mode", "No new conferences are taken.")),
          StatusResources::nodes);

  /** Locations. */
  static final StatusResource SYSTEM_LOCATION =
      new StatusResource(
          "system_location",
          List.of(
              whole("id", "Identifier of the location."),
              text("name", "Name of the location."),
              number("media_load", "Media load of its nodes, per cent of their capacity."),
              whole("max_hd_calls", "Estimated capacity in HD calls."),
              whole("max_full_hd_calls", "Estimated capacity in Full HD calls."),
              whole("max_sd_calls", "Estimated capacity in SD calls."),
              whole("max_audio_calls", "Estimated capacity in audio calls.")),
          StatusResources::locations);

  /** Media streams of one participant; the other resources list things by themselves. */
  static final List<StatusField> MEDIA_STREAM_FIELDS =
      List.of(
          whole("id", "Number of the stream."),
          text("type", "audio or video."),
          text("tx_codec", "Codec sent."),
          text("rx_codec", "Codec received."),
          whole("tx_bitrate", "Sent, kbps."),
          whole("rx_bitrate", "Received, kbps."),
          text("tx_resolution", "Picture size sent."),
          text("rx_resolution", "Picture size received."),
          whole("tx_packets_sent", "Packets sent."),
          whole("rx_packets_received", "Packets received."),
          whole("tx_packets_lost", "Packets that the endpoint reported lost."),
          whole("rx_packets_lost", "Packets that did not arrive here."),
          number("rx_jitter", "Jitter of what is received, ms."),
          number("tx_fps", "Frames sent per second."),
          number("rx_fps", "Frames received per second."));

  private StatusResources() {}

  static List<StatusResource> all() {
    return List.of(CONFERENCE, CONFERENCE_SHARD, PARTICIPANT, WORKER_VM, SYSTEM_LOCATION);
  }

  private static List<StatusRow> conferences(StatusSnapshot snapshot) {
    return snapshot.conferencesById().values().stream()
        .map(
            conference ->
                common(conference)
                    .with("id", conference.getId())
                    .with("name", conference.getName())
                    .with(
                        "participant_count",
                        snapshot.participants().stream()
                            .filter(p -> p.getConferenceId().equals(conference.getId()))
                            .count()))
        .toList();
  }

  private static List<StatusRow> shards(StatusSnapshot snapshot) {
    Map<Long, NodeStatus> nodes = snapshot.nodesById();
    Map<Long, String> locations = snapshot.locationNames();
    return snapshot.conferences().stream()
        .map(
            shard ->
                common(shard)
                    .with("id", shard.getId() + "-" + shard.getNodeId())
                    .with("conference", shard.getName())
                    .with("node", address(nodes, shard.getNodeId()))
                    .with("system_location", location(nodes, locations, shard.getNodeId())))
        .toList();
  }

  private static StatusRow common(ConferenceStatus conference) {
    return new StatusRow()
        .with("service_type", conference.getServiceType())
        .withTime("start_time", conference.getStartTime())
        .with("is_locked", conference.getIsLocked())
        .with("is_started", conference.getIsStarted())
        .with("guests_muted", conference.getGuestsMuted())
        .with("tag", conference.getTag());
  }

  private static List<StatusRow> participants(StatusSnapshot snapshot) {
    Map<Long, NodeStatus> nodes = snapshot.nodesById();
    Map<Long, String> locations = snapshot.locationNames();
    Map<String, ConferenceStatus> conferences = snapshot.conferencesById();
    return snapshot.participants().stream()
        .map(p -> participant(p, nodes, locations, conferences))
        .toList();
  }

  private static StatusRow participant(
      ParticipantStatus p,
      Map<Long, NodeStatus> nodes,
      Map<Long, String> locations,
      Map<String, ConferenceStatus> conferences) {
    ConferenceStatus conference =
        conferences.getOrDefault(p.getConferenceId(), ConferenceStatus.getDefaultInstance());
    return new StatusRow()
        .with("id", p.getId())
        .with("conference", conference.getName())
        .with("call_uuid", p.getCallUuid())
        .with("participant_alias", p.getParticipantAlias())
        .with("display_name", p.getDisplayName())
        .with("destination_alias", p.getDestinationAlias())
        .with("call_direction", p.getCallDirection())
        .with("protocol", p.getProtocol())
        .with("role", p.getRole())
        .with("encryption", p.getEncryption())
        .with("has_media", p.getHasMedia())
        .with("is_muted", p.getIsMuted())
        .with("is_on_hold", p.getIsOnHold())
        .with("is_presenting", p.getIsPresenting())
        .with("is_streaming", p.getIsStreaming())
        .with("rx_bandwidth", p.getRxBandwidth())
        .with("tx_bandwidth", p.getTxBandwidth())
        .with("remote_address", p.getRemoteAddress())
        .with("remote_port", p.getRemotePort())
        .with("vendor", p.getVendor())
        .withTime("connect_time", p.getConnectTime())
        .with("service_tag", p.getServiceTag())
        .with("service_type", p.getServiceType())
        .with("signalling_node", address(nodes, p.getSignallingNodeId()))
        .with("media_node", address(nodes, p.getMediaNodeId()))
        .with("system_location", location(nodes, locations, p.getSignallingNodeId()));
  }

  /** The media streams of a participant. */
  static List<StatusRow> mediaStreams(ParticipantStatus participant) {
    return java.util.stream.IntStream.range(0, participant.getMediaStreamsCount())
        .mapToObj(index -> mediaStream(index, participant.getMediaStreams(index)))
        .toList();
  }

  private static StatusRow mediaStream(int index, MediaStreamStatus stream) {
    return new StatusRow()
        .with("id", index)
        .with("type", stream.getType())
        .with("tx_codec", stream.getTxCodec())
        .with("rx_codec", stream.getRxCodec())
        .with("tx_bitrate", stream.getTxBitrate())
        .with("rx_bitrate", stream.getRxBitrate())
        .with("tx_resolution", stream.getTxResolution())
        .with("rx_resolution", stream.getRxResolution())
        .with("tx_packets_sent", stream.getTxPacketsSent())
        .with("rx_packets_received", stream.getRxPacketsReceived())
        .with("tx_packets_lost", stream.getTxPacketsLost())
        .with("rx_packets_lost", stream.getRxPacketsLost())
        .with("rx_jitter", stream.getRxJitter())
        .with("tx_fps", stream.getTxFps())
        .with("rx_fps", stream.getRxFps());
  }

  private static List<StatusRow> nodes(StatusSnapshot snapshot) {
    Map<Long, String> locations = snapshot.locationNames();
    return snapshot.nodes().stream().map(node -> node(node, locations)).toList();
  }

  private static StatusRow node(NodeStatus node, Map<Long, String> locations) {
    return new StatusRow()
        .with("id", node.getNodeId())
        .with("configuration_id", node.getNodeId())
        .with("name", node.getName())
        .with("system_location", locations.getOrDefault(node.getLocationId(), ""))
        .with("version", node.getVersion())
        .withTime("boot_time", node.getBootTime())
        .withTime("last_updated", node.getLastUpdated())
        .withTime("last_attempted_contact", node.getLastAttemptedContact())
        .with("sync_status", node.getSyncStatus())
        .with("deploy_status", node.getDeployStatus())
        .with("media_load", node.getMediaLoad())
        .with("max_hd_calls", node.getMaxHdCalls())
        .with("max_full_hd_calls", node.getMaxFullHdCalls())
        .with("max_sd_calls", node.getMaxSdCalls())
        .with("max_audio_calls", node.getMaxAudioCalls())
        .with("cpu_count", node.getCpuCount())
        .with("cpu_model", node.getCpuModel())
        .with("total_ram", node.getTotalRam())
        .with("maintenance_mode", node.getMaintenanceMode());
  }

  private static List<StatusRow> locations(StatusSnapshot snapshot) {
    return snapshot.locations().stream().map(location -> location(location, snapshot)).toList();
  }

  /** The load is weighted by capacity (DIAG-033). */
  private static StatusRow location(Stored<SystemLocation> location, StatusSnapshot snapshot) {
    List<NodeStatus> nodes =
        snapshot.nodes().stream().filter(node -> node.getLocationId() == location.id()).toList();
    long capacity = nodes.stream().mapToLong(NodeStatus::getMaxHdCalls).sum();
    double used =
        nodes.stream().mapToDouble(node -> node.getMediaLoad() * node.getMaxHdCalls()).sum();
    return new StatusRow()
        .with("id", location.id())
        .with("name", location.value().name())
        .with("media_load", capacity == 0 ? 0.0 : used / capacity)
        .with("max_hd_calls", capacity)
        .with("max_full_hd_calls", nodes.stream().mapToLong(NodeStatus::getMaxFullHdCalls).sum())
        .with("max_sd_calls", nodes.stream().mapToLong(NodeStatus::getMaxSdCalls).sum())
        .with("max_audio_calls", nodes.stream().mapToLong(NodeStatus::getMaxAudioCalls).sum());
  }

  private static String address(Map<Long, NodeStatus> nodes, long id) {
    return nodes.getOrDefault(id, NodeStatus.getDefaultInstance()).getAddress();
  }

  private static String location(
      Map<Long, NodeStatus> nodes, Map<Long, String> locations, long nodeId) {
    long id = nodes.getOrDefault(nodeId, NodeStatus.getDefaultInstance()).getLocationId();
    return locations.getOrDefault(id, "");
  }
}
