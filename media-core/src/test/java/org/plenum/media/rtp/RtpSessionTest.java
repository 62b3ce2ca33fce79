package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenum.media.clock.TimeSource;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.dtls.DtlsIdentity;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtcp.RtcpPacket;
import org.plenum.media.rtcp.RtcpType;
import org.plenum.media.testing.LossyLink;
import org.plenum.media.transport.PortPairs;
import org.plenum.media.transport.SocketLoops;
import org.plenum.media.transport.StreamSocketFactory;
import org.plenum.media.transport.StreamSockets;

/** Two sessions with a bad network between them. */
class RtpSessionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int TYPE = 97;
  private static final int PACKETS = 300;

  private final SocketLoops loops = new SocketLoops(1);
  private Side left;
  private Side right;

  @BeforeEach
  void open() throws SocketException {
    left = new Side("left");
    right = new Side("right");
  }

  @AfterEach
  void close() {
    left.close();
    right.close();
    loops.close();
  }

  @Test
  void lostPacketsAreAskedForAndSentAgain() throws Exception {
    byte[] key = new byte[30];
    Keying forward = new Keying.Sdes(SrtpSuite.AES_CM_128_HMAC_SHA1_80, key, key);
    try (LossyLink link = new LossyLink(left.port(), right.port(), 10)) {
      left.session.configure(plan(link.leftEnd(), forward));
      right.session.configure(plan(link.rightEnd(), forward));
      startSending();

      await().atMost(PATIENCE).until(() -> right.timestamps.size() > PACKETS);
      int first = right.timestamps.first();
      await()
          .atMost(PATIENCE)
          .until(() -> right.timestamps.subSet(first, first + PACKETS).size() == PACKETS);
      assertThat(link.lost.get()).isGreaterThan(PACKETS / 20);
    }
  }

  @Test
  void reportsBeginCompoundsAndByeEndsTheSession() throws Exception {
    try (LossyLink link = new LossyLink(left.port(), right.port(), Integer.MAX_VALUE)) {
      left.session.configure(plan(link.leftEnd(), new Keying.None()));
      right.session.configure(plan(link.rightEnd(), new Keying.None()));
      startSending();
      await().atMost(PATIENCE).until(() -> types(link).contains(RtcpType.SENDER_REPORT));
      left.session.close();
      await().atMost(PATIENCE).until(() -> types(link).contains(RtcpType.BYE));

      RtcpPacket packet = new RtcpPacket();
      for (byte[] compound : link.rtcpFromLeft) {
        assertThat(packet.first(compound, 0, compound.length)).isTrue();
        assertThat(packet.type()).isIn(RtcpType.SENDER_REPORT, RtcpType.RECEIVER_REPORT);
        assertThat(packet.next()).isTrue();
        assertThat(packet.type()).isEqualTo(RtcpType.SOURCE_DESCRIPTION);
      }
    }
  }

  /** A packet every 10 ms, until the loops end. */
  private void startSending() {
    byte[] payload = new byte[300];
    AtomicInteger timestamp = new AtomicInteger();
    var _ =
        loops
            .next()
            .scheduleAtFixedRate(
                () ->
                    left.session.send(
                        TYPE, timestamp.getAndIncrement(), true, payload, 0, payload.length),
                0,
                10,
                TimeUnit.MILLISECONDS);
  }

  private static Set<Integer> types(LossyLink link) {
    Set<Integer> types = new ConcurrentSkipListSet<>();
    RtcpPacket packet = new RtcpPacket();
    for (byte[] compound : link.rtcpFromLeft) {
      boolean more = packet.first(compound, 0, compound.length);
      while (more) {
        types.add(packet.type());
        more = packet.next();
      }
    }
    return types;
  }

  private static VideoPlan plan(InetSocketAddress remote, Keying keying) {
    VideoFormat format = new VideoFormat(VideoCodec.VP8, 0, 640, 360, 30);
    return new VideoPlan(
        new StreamPlan(remote, remote, true, keying, Direction.SENDRECV, 2000),
        format,
        TYPE,
        Map.of(TYPE, format),
        true,
        true,
        true);
  }

  /** A session that remembers the timestamps it received. */
  private final class Side implements AutoCloseable {
    private final ConcurrentSkipListSet<Integer> timestamps = new ConcurrentSkipListSet<>();
    private final StreamSockets sockets;
    private final RtpSession session;

    Side(String name) throws SocketException {
      EventLoop loop = loops.next();
      int base = 57_000 + new Random().nextInt(900);
      sockets =
          new StreamSocketFactory(
                  loops, InetAddress.getLoopbackAddress(), new PortPairs(base, base + 99))
              .bind(loop, 0)
              .orElseThrow();
      session =
          new RtpSession(
              new SessionEnvironment(
                  TimeSource.system(),
                  new SecureRandom(),
                  new DtlsIdentity(),
                  TimeUnit.SECONDS.toNanos(3)),
              sockets,
              name,
              reason -> {});
      session.start((packet, arrivalNanos) -> timestamps.add(packet.timestamp()));
      var _ = loop.scheduleAtFixedRate(session::tick, 20, 20, TimeUnit.MILLISECONDS);
    }

    int port() {
      return sockets.rtp().port();
    }

    @Override
    public void close() {
      session.close();
      sockets.close();
    }
  }
}
