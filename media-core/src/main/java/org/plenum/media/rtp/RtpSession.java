package org.plenum.media.rtp;

import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.srtp.PacketProtection;
import org.plenum.media.transport.PacketKind;
import org.plenum.media.transport.StreamSockets;
import org.plenum.media.transport.UdpSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One RTP stream in both directions with its RTCP (RFC 3550).
 *
 * <pre>
 * socket -> kind (RFC 7983) -> STUN: dropped, DTLS: handshake
 *                           -> RTP:  open -> parse -> latch -> source -> sequence -> sink
 *                           -> RTCP: open -> latch -> reports, feedback
 * send   -> number -> protect -> keep for NACK -> socket
 * </pre>
 *
 * <p>Public methods may be called from any thread; what arrives is handled on the socket thread.
 */
public final class RtpSession implements VideoTransport, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RtpSession.class);
  private static final int PAYLOAD_TYPES = 128;
  private static final int STATIC_COMFORT_NOISE = 13;
  private static final int NARROWBAND_CLOCK = 8_000;
  private static final InetSocketAddress UNKNOWN = InetSocketAddress.createUnresolved("none", 0);

  private final SessionEnvironment environment;
  private final StreamSockets sockets;
  private final EventLoop loop;
  private final RemoteAddress remoteRtp;
  private final RemoteAddress remoteRtcp;
  private final RtpSender sender;
  private final RtpReceiver receiver;
  private final RtcpSession rtcp;
  private final StreamSecurity rtpSecurity;
  private final StreamSecurity rtcpSecurity;

  private @Nullable StreamPlan plan;
  private volatile Direction direction = Direction.INACTIVE;
  private volatile boolean multiplexed;
  private volatile long lastArrivalNanos;
  private final AtomicLong dropped = new AtomicLong();
  private volatile boolean closed;

  /** Told, on the socket thread, that a handshake failed. */
  @FunctionalInterface
  public interface SecurityListener {
    void onSecurityFailure(String reason);
  }

  public RtpSession(
      SessionEnvironment environment,
      StreamSockets sockets,
      String cname,
      SecurityListener listener) {
    this.environment = environment;
    this.sockets = sockets;
    this.loop = sockets.rtp().eventLoop();
    remoteRtp = new RemoteAddress(UNKNOWN, environment.latchSilenceNanos());
    remoteRtcp = new RemoteAddress(UNKNOWN, environment.latchSilenceNanos());
    sender =
        new RtpSender(
            sockets.rtp(),
            remoteRtp,
            environment.time(),
            environment.random().nextInt(),
            environment.random());
    receiver = new RtpReceiver(remoteRtp);
    rtcp =
        new RtcpSession(
            sender,
            receiver,
            environment.time(),
            new RtcpInterval(environment.random()),
            cname,
            this::sendRtcp);
    rtpSecurity = security(sockets.rtp(), remoteRtp, this::protect, listener::onSecurityFailure);
    rtcpSecurity =
        security(
            sockets.rtcp(),
            remoteRtcp,
            protection -> {},
            // Peers without a handshake of its own for RTCP exist; the call goes on without
            // reports.
            reason -> LOG.debug("RTCP is not protected: {}", reason));
  }

  private StreamSecurity security(
      UdpSocket socket,
      RemoteAddress remote,
      Consumer<PacketProtection> onProtection,
      Consumer<String> onFailure) {
    return new StreamSecurity(
        environment.identity(),
        (buffer, offset, length) -> socket.send(buffer, offset, length, remote.target()),
        loop::execute,
        onProtection,
        onFailure);
  }

  private void protect(PacketProtection protection) {
    sender.protection(protection);
    receiver.rekeyed();
  }

  /** Begins to receive into a sink. */
  public void start(RtpSink sink) {
    receiver.attach(sink);
    if (sink instanceof VideoSink video) {
      rtcp.attach(video);
    }
    sockets.rtp().deliverTo((buffer, length, from) -> onDatagram(buffer, length, from, false));
    sockets.rtcp().deliverTo((buffer, length, from) -> onDatagram(buffer, length, from, true));
  }

  /** Puts an audio plan in force, on the socket thread. */
  public void configure(AudioPlan audio) {
    int[] clockRates = new int[PAYLOAD_TYPES];
    // Comfort noise is never agreed but often sent; it counts as a packet without sound.
    clockRates[STATIC_COMFORT_NOISE] = NARROWBAND_CLOCK;
    audio.receive().forEach((type, codec) -> clockRates[type] = codec.clockRate());
    audio.telephoneEvent().ifPresent(type -> clockRates[type] = audio.sendCodec().clockRate());
    inLoop(
        () -> {
          apply(audio.stream());
          receiver.configure(clockRates, false);
          sender.configure(
              audio.stream().direction().sends(), audio.sendCodec().clockRate(), false);
          rtcp.configure(audio.stream().maxSendKbps(), null);
        });
  }

  /** Puts a video plan in force, on the socket thread. */
  public void configure(VideoPlan video) {
    int[] clockRates = new int[PAYLOAD_TYPES];
    for (Map.Entry<Integer, ?> format : video.receive().entrySet()) {
      clockRates[format.getKey()] = VideoCodec.CLOCK_RATE;
    }
    inLoop(
        () -> {
          apply(video.stream());
          receiver.configure(clockRates, video.nack());
          sender.configure(video.stream().direction().sends(), VideoCodec.CLOCK_RATE, video.nack());
          rtcp.configure(video.stream().maxSendKbps(), video);
        });
  }

  /** The stream was taken out of the session: nothing is sent or accepted until a new plan. */
  public void disable() {
    inLoop(
        () -> {
          direction = Direction.INACTIVE;
          receiver.configure(new int[PAYLOAD_TYPES], false);
          sender.configure(false, 1, false);
        });
  }

  private void apply(StreamPlan next) {
    if (closed) {
      return;
    }
    StreamPlan previous = plan;
    if (previous == null || !previous.remoteRtp().equals(next.remoteRtp())) {
      remoteRtp.negotiated(next.remoteRtp());
    }
    if (previous == null || !previous.remoteRtcp().equals(next.remoteRtcp())) {
      remoteRtcp.negotiated(next.remoteRtcp());
    }
    if (!direction.receives() && next.direction().receives()) {
      lastArrivalNanos = environment.time().nanoTime();
    }
    multiplexed = next.rtcpMux();
    direction = next.direction();
    plan = next;
    rtpSecurity.configure(next.keying());
    if (!next.rtcpMux()) {
      rtcpSecurity.configure(next.keying());
    }
  }

  @Override
  public void send(
      int payloadType, int timestamp, boolean marker, byte[] buffer, int offset, int length) {
    sender.send(payloadType, timestamp, marker, buffer, offset, length);
  }

  @Override
  public void requestKeyFrame() {
    rtcp.requestKeyFrame();
  }

  /**
   * Sends reports and feedback that are due. Called on the socket thread every few milliseconds.
   */
  public void tick() {
    rtcp.tick(environment.time().nanoTime());
  }

  private void onDatagram(byte[] buffer, int length, InetSocketAddress from, boolean rtcpPort) {
    if (closed) {
      return;
    }
    boolean accepted =
        switch (PacketKind.of(buffer, 0, length)) {
          case RTP -> !rtcpPort && onRtp(buffer, length, from);
          case RTCP -> onRtcp(buffer, length, from, rtcpPort);
          case DTLS -> {
            (rtcpPort ? rtcpSecurity : rtpSecurity).onDtls(buffer, length);
            yield true;
          }
          case STUN, UNKNOWN -> false;
        };
    if (!accepted) {
      dropped.incrementAndGet();
    }
  }

  private boolean onRtp(byte[] buffer, int length, InetSocketAddress from) {
    PacketProtection protection = rtpSecurity.current();
    if (protection == null || !direction.receives()) {
      return false;
    }
    long now = environment.time().nanoTime();
    if (!receiver.onDatagram(buffer, length, from, protection, now)) {
      return false;
    }
    lastArrivalNanos = now;
    if (receiver.hasMissing()) {
      rtcp.sendNack(now);
    }
    return true;
  }

  private boolean onRtcp(byte[] buffer, int length, InetSocketAddress from, boolean rtcpPort) {
    PacketProtection protection = (rtcpPort ? rtcpSecurity : rtpSecurity).current();
    if (protection == null) {
      return false;
    }
    int opened = protection.openRtcp(buffer, 0, length);
    if (opened == PacketProtection.REJECTED) {
      return false;
    }
    long now = environment.time().nanoTime();
    RemoteAddress remote = rtcpPort ? remoteRtcp : remoteRtp;
    if (!remote.accept(from, protection.authenticates(), now)
        || !rtcp.onCompound(buffer, opened, now)) {
      return false;
    }
    lastArrivalNanos = now;
    return true;
  }

  private boolean sendRtcp(byte[] buffer, int length) {
    PacketProtection protection = (multiplexed ? rtpSecurity : rtcpSecurity).current();
    if (protection == null) {
      return false;
    }
    int protectedLength = protection.protectRtcp(buffer, 0, length);
    UdpSocket socket = multiplexed ? sockets.rtp() : sockets.rtcp();
    RemoteAddress remote = multiplexed ? remoteRtp : remoteRtcp;
    socket.send(buffer, 0, protectedLength, remote.target());
    return true;
  }

  private void inLoop(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }

  /** True while the plan expects media from the other side. */
  public boolean receives() {
    return direction.receives();
  }

  /** When the last valid RTP or RTCP packet arrived, in the environment's monotonic time. */
  public long lastArrivalNanos() {
    return lastArrivalNanos;
  }

  /** Counters of this moment. */
  public SessionStats stats() {
    long now = environment.time().nanoTime();
    PacketProtection protection = rtpSecurity.current();
    return new SessionStats(
        sender.packets(),
        receiver.statistics().packets(),
        rtcp.remoteLost(),
        receiver.statistics().lost(),
        receiver.statistics().jitterMillis(),
        sender.kbps(),
        receiver.kbps(now),
        rtcp.roundTripMillis(),
        receiver.lastPayloadType(),
        dropped.get(),
        protection != null && protection.authenticates());
  }

  /** Sends RTCP BYE and releases what the session holds; the sockets belong to the caller. */
  @Override
  public void close() {
    if (loop.inEventLoop()) {
      closeInLoop();
    } else {
      loop.submit(this::closeInLoop).awaitUninterruptibly();
    }
  }

  private void closeInLoop() {
    if (!closed) {
      rtcp.sendBye(environment.time().nanoTime());
      closed = true;
      sender.protection(null);
      rtpSecurity.close();
      rtcpSecurity.close();
    }
  }
}
