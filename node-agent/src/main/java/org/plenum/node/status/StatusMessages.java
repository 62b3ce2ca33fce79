package org.plenum.node.status;

import org.plenum.media.EndpointStats;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.MediaState;
import org.plenum.node.conference.ConferenceSettings;
import org.plenum.node.conference.ConferenceSnapshot;
import org.plenum.node.conference.ParticipantSnapshot;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.MediaStreamStatus;
import org.plenum.rpc.status.ParticipantStatus;

/** Puts conferences and participants into the words of status (DIAG-098 to DIAG-172). */
final class StatusMessages {
  /** DIAG-169: service type of a participant who is held at the waiting screen. */
  private static final String WAITING_ROOM = "waiting_room";

  private StatusMessages() {}

  static ConferenceStatus conference(ConferenceSnapshot conference, long nodeId) {
    ConferenceSettings service = conference.settings();
    return ConferenceStatus.newBuilder()
        .setId(conference.id().toString())
        .setName(service.name())
        .setServiceType(service.kind().wireName())
        .setServiceId(service.serviceId())
        .setNodeId(nodeId)
        .setStartTime(conference.startTime().toEpochMilli())
        .setIsLocked(conference.locked())
        .setIsStarted(conference.started())
        .setGuestsMuted(conference.guestsMuted())
        .setTag(service.tag())
        .build();
  }

  static ParticipantStatus participant(ParticipantSnapshot participant, long nodeId) {
    CallIdentity call = participant.call();
    MediaState media = participant.media();
    ParticipantStatus.Builder status =
        ParticipantStatus.newBuilder()
            .setId(participant.id().toString())
            .setConferenceId(participant.conferenceId().toString())
            .setCallUuid(call.id().toString())
            .setParticipantAlias(call.remoteAlias())
            .setDisplayName(call.displayName())
            .setDestinationAlias(participant.alias())
            .setProtocol(call.protocol().wireName())
            .setCallDirection(call.direction().wireName())
            .setRole(participant.role().wireName())
            .setServiceType(
                participant.waiting() ? WAITING_ROOM : participant.service().kind().wireName())
            .setServiceTag(participant.service().tag())
            .setEncryption(media.encrypted() ? "On" : "Off")
            .setHasMedia(media.audio() || media.video())
            .setHasVideo(participant.video())
            .setIsMuted(participant.muted())
            .setIsOnHold(participant.onHold())
            .setIsSpeaking(participant.speaking())
            .setRemoteAddress(call.remoteAddress().getHostString())
            .setRemotePort(call.remoteAddress().getPort())
            .setVendor(call.vendor())
            .setConnectTime(participant.connectTime().toEpochMilli())
            .setSignallingNodeId(nodeId)
            .setMediaNodeId(nodeId)
            .setRxBandwidth(media.receiveKbps())
            .setTxBandwidth(media.sendKbps());
    participant.stats().streams().forEach(stream -> status.addMediaStreams(stream(stream)));
    return status.build();
  }

  private static MediaStreamStatus stream(EndpointStats.Stream stream) {
    return MediaStreamStatus.newBuilder()
        .setType(stream.type())
        .setTxCodec(stream.txCodec())
        .setRxCodec(stream.rxCodec())
        .setTxBitrate(stream.txKbps())
        .setRxBitrate(stream.rxKbps())
        .setTxPacketsSent(stream.txPackets())
        .setRxPacketsReceived(stream.rxPackets())
        .setTxPacketsLost(stream.txPacketsLost())
        .setRxPacketsLost(stream.rxPacketsLost())
        .setRxJitter(stream.rxJitterMillis())
        .setTxResolution(stream.txResolution())
        .setRxResolution(stream.rxResolution())
        .setTxFps(stream.txFps())
        .setRxFps(stream.rxFps())
        .setRoundTrip(stream.roundTripMillis())
        .setEncrypted(stream.encrypted())
        .build();
  }
}
