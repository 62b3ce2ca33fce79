package org.plenum.media.testing;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.plenum.media.audio.AudioChannel;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.clock.MediaClock;
import org.plenum.media.clock.TimeSource;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.dtls.DtlsIdentity;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.rtp.RtpSession;
import org.plenum.media.rtp.SessionEnvironment;
import org.plenum.media.transport.PortPairs;
import org.plenum.media.transport.SocketLoops;
import org.plenum.media.transport.StreamSocketFactory;
import org.plenum.media.transport.StreamSockets;

/** An endpoint of its own, on real sockets: plays a tone and records what it hears. */
public final class Phone implements AutoCloseable {

  public static final int EVENTS = 101;
  private static final int RECORDED_SECONDS = 8;

  public final DtlsIdentity identity = new DtlsIdentity();
  public final Queue<Character> digits = new ConcurrentLinkedQueue<>();
  public final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final SocketLoops loops = new SocketLoops(1);
  private final StreamSockets sockets;
  private final RtpSession session;
  private final AudioChannel channel;
  private final MediaClock clock;
  private final Future<?> ticks;
  private final float[] sent = new float[Frame.SAMPLES];
  private final float[] heard = new float[Frame.SAMPLES];
  private final float[] recording = new float[Frame.SAMPLE_RATE * RECORDED_SECONDS];
  private int recorded;
  private long position;
  private volatile double hertz;
  private volatile double amplitude = 0.25;

  public Phone(double hertz) throws SocketException {
    this.hertz = hertz;
    TimeSource time = TimeSource.system();
    SecureRandom random = new SecureRandom();
    EventLoop loop = loops.next();
    sockets =
        new StreamSocketFactory(
                loops, InetAddress.getLoopbackAddress(), new PortPairs(50_000, 59_999))
            .bind(loop, 0)
            .orElseThrow();
    session =
        new RtpSession(
            new SessionEnvironment(time, random, identity, TimeUnit.SECONDS.toNanos(3)),
            sockets,
            "phone",
            failures::add);
    channel = new AudioChannel(new AudioCodecs(), session, random, digits::add, () -> {});
    session.start(channel);
    ticks = loop.scheduleAtFixedRate(session::tick, 20, 20, TimeUnit.MILLISECONDS);
    clock = new MediaClock("phone", time);
    clock.add(this::tick);
  }

  private synchronized void tick() {
    Tones.sine(sent, hertz, amplitude, position);
    position += Frame.SAMPLES;
    channel.write(sent);
    channel.read(heard);
    if (recorded + Frame.SAMPLES <= recording.length) {
      System.arraycopy(heard, 0, recording, recorded, Frame.SAMPLES);
      recorded += Frame.SAMPLES;
    }
  }

  public int port() {
    return sockets.rtp().port();
  }

  public RtpSession session() {
    return session;
  }

  public void amplitude(double value) {
    amplitude = value;
  }

  /** Connects to a port on loopback. */
  public void connect(int remotePort, AudioCodec codec, Keying keying) {
    connect(plan(remotePort, codec, keying, Direction.SENDRECV));
  }

  public void connect(AudioPlan plan) {
    channel.configure(plan);
    session.configure(plan);
  }

  public void sendDigits(String text) {
    channel.sendDigits(text);
  }

  /** A plan towards a port on loopback with RTCP beside RTP. */
  public static AudioPlan plan(
      int remotePort, AudioCodec codec, Keying keying, Direction direction) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int type = codec.staticPayloadType() >= 0 ? codec.staticPayloadType() : 96;
    return new AudioPlan(
        new StreamPlan(
            new InetSocketAddress(loopback, remotePort),
            new InetSocketAddress(loopback, remotePort + 1),
            false,
            keying,
            direction,
            64),
        codec,
        type,
        Map.of(type, codec),
        OptionalInt.of(EVENTS),
        20,
        false,
        true);
  }

  /** Begins a new recording. */
  public synchronized void rewind() {
    recorded = 0;
  }

  /** Seconds recorded so far. */
  public synchronized double recordedSeconds() {
    return (double) recorded / Frame.SAMPLE_RATE;
  }

  /** Level of a frequency in the last seconds of the recording, dB. */
  public synchronized double heardDb(double frequency, double seconds) {
    int count = Math.min(recorded, (int) (seconds * Frame.SAMPLE_RATE));
    return Tones.levelDb(recording, recorded - count, count, frequency, Frame.SAMPLE_RATE);
  }

  /** A copy of what was recorded. */
  public synchronized float[] recording() {
    return Arrays.copyOf(recording, recorded);
  }

  @Override
  public void close() {
    clock.close();
    ticks.cancel(false);
    session.close();
    channel.close();
    sockets.close();
    loops.close();
  }
}
