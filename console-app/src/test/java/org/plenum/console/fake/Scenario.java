package org.plenum.console.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.MediaStreamStatus;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantStatus;

/** A small platform: three locations, three nodes, three conferences. */
public final class Scenario {
  private final FakeManagement server;

  /** Fills a server. */
  public Scenario(FakeManagement server) {
    this.server = server;
  }

  /** Configuration and status. */
  public void play() {
    long dns = server.configuration().add("dns_server", Map.of("address", "192.0.2.53"));
    server.configuration().add("dns_server", Map.of("address", "198.51.100.53"));
    long ntp = server.configuration().add("ntp_server", Map.of("address", "ntp.example.com"));
    server
        .configuration()
        .add("stun_server", Map.of("name", "Public", "address", "stun.example.com"));
    long oslo = location("Oslo", dns, ntp);
    long paris = location("Paris", dns, ntp);
    location("Reserve", dns, ntp);
    long one = node("oslo-1", "192.0.2.11", oslo, 40, 35, false);
    long two = node("oslo-2", "192.0.2.12", oslo, 20, 70, false);
    long three = node("paris-1", "192.0.2.21", paris, 30, 100, true);
    room("Meet", "meet", "conference");
    room("Town hall", "townhall", "lecture");
    room("Board room", "board", "conference");
    conference("c-meet", "Meet", "conference", one, false);
    participants("c-meet", one, "Ada", "Grace", "Edsger", "Barbara", "Donald");
    conference("c-town", "Town hall", "lecture", two, true);
    conference("c-town", "Town hall", "lecture", three, true);
    for (int i = 1; i <= 24; i++) {
      participants("c-town", i % 2 == 0 ? two : three, "Guest " + i);
    }
    conference("c-gw", "To Teams:5d2c", "gateway", three, false);
    participants("c-gw", three, "Linus", "Margaret");
  }

  private long location(String name, long dns, long ntp) {
    return server
        .configuration()
        .add(
            "system_location",
            Map.of("name", name, "dns_servers", List.of(dns), "ntp_servers", List.of(ntp)));
  }

  private long node(
      String name, String address, long location, int capacity, int load, boolean maintenance) {
    long id =
        server
            .configuration()
            .add(
                "worker_vm",
                Map.of(
                    "name", name,
                    "hostname", name,
                    "domain", "example.com",
                    "address", address,
                    "netmask", "255.255.255.0",
                    "gateway", "192.0.2.1",
                    "system_location", location));
    server
        .status()
        .node(
            NodeStatus.newBuilder()
                .setNodeId(id)
                .setName(name)
                .setAddress(address)
                .setLocationId(location)
                .setVersion("1.0.0")
                .setBootTime(Instant.now().minusSeconds(86_400).toEpochMilli())
                .setLastUpdated(Instant.now().toEpochMilli())
                .setLastAttemptedContact(Instant.now().toEpochMilli())
                .setConfigurationVersion(12)
                .setSyncStatus("SYNCED")
                .setDeployStatus("ENROLLED")
                .setMediaLoad(load)
                .setMaxHdCalls(capacity)
                .setMaxFullHdCalls(capacity / 2)
                .setMaxSdCalls(capacity * 2)
                .setMaxAudioCalls(capacity * 12)
                .setCpuCount(16)
                .setCpuModel("Example CPU 9000")
                .setTotalRam(32L << 30)
                .setMaintenanceMode(maintenance)
                .build());
    return id;
  }

  private void room(String name, String alias, String type) {
    long id =
        server
            .configuration()
            .add(
                "conference",
                Map.of("name", name, "service_type", type, "description", "For " + name));
    server
        .configuration()
        .add("conference_alias", Map.of("alias", alias, "conference", id, "view_order", 1L));
  }

  private void conference(String id, String name, String type, long node, boolean locked) {
    server
        .status()
        .conference(
            ConferenceStatus.newBuilder()
                .setId(id)
                .setName(name)
                .setServiceType(type)
                .setNodeId(node)
                .setIsLocked(locked)
                .setIsStarted(true)
                .setTag("demo")
                .setStartTime(Instant.now().minusSeconds(3725).toEpochMilli())
                .build());
  }

  private void participants(String conference, long node, String... names) {
    for (String name : names) {
      server.status().participant(participant(conference, node, name));
    }
  }

  /** A participant of a conference. */
  public static ParticipantStatus participant(String conference, long node, String name) {
    String user = name.toLowerCase().replace(' ', '.');
    return ParticipantStatus.newBuilder()
        .setId(conference + "-" + user)
        .setConferenceId(conference)
        .setCallUuid("call-" + user)
        .setDisplayName(name)
        .setParticipantAlias(user + "@example.com")
        .setDestinationAlias("meet@example.com")
        .setProtocol("SIP")
        .setCallDirection("in")
        .setRole(name.startsWith("Guest") ? "guest" : "chair")
        .setEncryption("On")
        .setHasMedia(true)
        .setHasVideo(true)
        .setIsPresenting(name.equals("Grace"))
        .setIsSpeaking(name.equals("Ada"))
        .setRemoteAddress("203.0.113.7")
        .setRemotePort(5060)
        .setVendor("Example Phone 2.1")
        .setConnectTime(Instant.now().minusSeconds(600).toEpochMilli())
        .setSignallingNodeId(node)
        .setMediaNodeId(node)
        .setRxBandwidth(1472)
        .setTxBandwidth(1472)
        .addMediaStreams(stream("audio", "opus", "", 0))
        .addMediaStreams(stream("video", "H264", "1280x720", 29.9))
        .build();
  }

  private static MediaStreamStatus stream(
      String type, String codec, String resolution, double fps) {
    return MediaStreamStatus.newBuilder()
        .setType(type)
        .setTxCodec(codec)
        .setRxCodec(codec)
        .setTxBitrate(fps > 0 ? 1180 : 48)
        .setRxBitrate(fps > 0 ? 1032 : 46)
        .setTxResolution(resolution)
        .setRxResolution(resolution)
        .setTxFps(fps)
        .setRxFps(fps)
        .setTxPacketsSent(120_000)
        .setTxPacketsLost(24)
        .setRxPacketsReceived(118_000)
        .setRxPacketsLost(590)
        .setRxJitter(3.4)
        .setRoundTrip(21)
        .setEncrypted(true)
        .build();
  }
}
