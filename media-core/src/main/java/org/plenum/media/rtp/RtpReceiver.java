package org.plenum.media.rtp;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.plenum.media.rtcp.RtcpWriter;
import org.plenum.media.srtp.PacketProtection;

/**
 * Receives one source: open, parse, latch, find duplicates, count, note gaps, deliver. Runs on the
 * socket thread; counters may be read from any thread.
 */
final class RtpReceiver {

  private static final int PAYLOAD_TYPES = 128;
  private static final int MAX_NACK_GAP = 64;
  private static final long MIN_NACK_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  private final RemoteAddress remote;
  private final RtpPacket packet = new RtpPacket();
  private final ReceivedSource source = new ReceivedSource();
  private final SourceWindows windows = new SourceWindows();
  private SequenceWindow window = new SequenceWindow();
  private final ReceptionStatistics statistics = new ReceptionStatistics(window);
  private final MissingPackets missing = new MissingPackets();
  private final RateMeter rate = new RateMeter();

  private volatile int[] clockRates = new int[PAYLOAD_TYPES];
  private volatile boolean repairs;
  private volatile int lastPayloadType = -1;
  private @Nullable RtpSink sink;
  private final AtomicLong rejected = new AtomicLong();

  RtpReceiver(RemoteAddress remote) {
    this.remote = remote;
  }

  void attach(RtpSink newSink) {
    sink = newSink;
  }

  /**
   * Sets what may arrive.
   *
   * @param payloadClockRates clock rate of each payload type, 0 for one that was not negotiated
   * @param asksForRepair gaps are reported by {@link #writeNack}
   */
  void configure(int[] payloadClockRates, boolean asksForRepair) {
    clockRates = payloadClockRates;
    repairs = asksForRepair;
  }

  /** Handles a datagram; true if it was a valid packet of this stream. */
  boolean onDatagram(
      byte[] buffer,
      int length,
      InetSocketAddress from,
      PacketProtection protection,
      long nowNanos) {
    int opened = protection.openRtp(buffer, 0, length);
    if (opened == PacketProtection.REJECTED || !packet.parse(buffer, 0, opened)) {
      return reject();
    }
    int clockRate = clockRates[packet.payloadType()];
    if (clockRate == 0) {
      return reject();
    }
    boolean accepted =
        protection.authenticates() ? acceptAuthentic(from, nowNanos) : acceptPlain(from, nowNanos);
    if (!accepted) {
      return reject();
    }
    statistics.onPacket(packet.timestamp(), clockRate, nowNanos);
    rate.add(length, nowNanos);
    lastPayloadType = packet.payloadType();
    if (sink != null) {
      sink.onPacket(packet, nowNanos);
    }
    return true;
  }

  private boolean reject() {
    rejected.incrementAndGet();
    return false;
  }

  /** Without SRTP the address is all that tells the peer from others, so it is judged first. */
  private boolean acceptPlain(InetSocketAddress from, long nowNanos) {
    if (!remote.accept(from, false, nowNanos)) {
      return false;
    }
    switch (source.judge(packet.ssrc())) {
      case IGNORED -> {
        return false;
      }
      case CHANGED -> {
        SequenceWindow fresh = windows.of(packet.ssrc());
        fresh.reset();
        follow(fresh, 0);
      }
      case CURRENT -> {}
    }
    long highestBefore = window.highest();
    switch (window.accept(packet.sequenceNumber(), false)) {
      case DUPLICATE, REJECTED -> {
        return false;
      }
      case RESTARTED -> {
        statistics.onRestart();
        missing.clear();
      }
      case ACCEPTED -> noteGap(highestBefore, nowNanos);
    }
    return true;
  }

  /** With SRTP a packet may be a replay: nothing is changed by it before it is known to be new. */
  private boolean acceptAuthentic(InetSocketAddress from, long nowNanos) {
    SequenceWindow ofSource = windows.of(packet.ssrc());
    long highestBefore = ofSource.highest();
    SequenceWindow.Verdict verdict = ofSource.accept(packet.sequenceNumber(), true);
    boolean fresh =
        verdict == SequenceWindow.Verdict.ACCEPTED || verdict == SequenceWindow.Verdict.RESTARTED;
    if (!fresh) {
      return false;
    }
    switch (source.judge(packet.ssrc())) {
      case IGNORED -> {
        return false;
      }
      case CHANGED -> follow(ofSource, ofSource.expected() - 1);
      case CURRENT -> noteGap(highestBefore, nowNanos);
    }
    remote.accept(from, true, nowNanos);
    return true;
  }

  /** A packet arrived; notes what is missing before it, or that it is missing no more. */
  private void noteGap(long highestBefore, long nowNanos) {
    long gap = window.highest() - highestBefore - 1;
    if (gap < 0) {
      missing.arrived(packet.sequenceNumber());
    } else if (repairs && gap > 0 && gap <= MAX_NACK_GAP) {
      missing.addGap((int) (highestBefore + 1), (int) gap, nowNanos);
    }
  }

  private void follow(SequenceWindow ofSource, long expectedBefore) {
    window = ofSource;
    missing.clear();
    statistics.follow(window, expectedBefore);
  }

  /** Other keys are in force from here on. */
  void rekeyed() {
    windows.clear();
    follow(new SequenceWindow(), 0);
    source.forget();
  }

  /** Adds a NACK for what is due to be asked for; false if nothing is. */
  boolean writeNack(RtcpWriter writer, int localSsrc, int roundTripMillis, long nowNanos) {
    if (missing.isEmpty()) {
      return false;
    }
    long retry =
        Math.max(MIN_NACK_RETRY_NANOS, TimeUnit.MILLISECONDS.toNanos(roundTripMillis) * 3 / 2);
    int due = missing.collectDue(nowNanos, retry);
    if (due == 0) {
      return false;
    }
    writer.nack(localSsrc, source.ssrc(), missing.due(), due);
    return true;
  }

  /** True while a packet is asked for. */
  boolean hasMissing() {
    return !missing.isEmpty();
  }

  /** True once a packet was accepted. */
  boolean hasSource() {
    return source.known();
  }

  /** The source followed; meaningful if {@link #hasSource()}. */
  int ssrc() {
    return source.ssrc();
  }

  ReceptionStatistics statistics() {
    return statistics;
  }

  /** Payload type of the newest packet, -1 before the first. */
  int lastPayloadType() {
    return lastPayloadType;
  }

  /** Datagrams that were no valid, new packet of this stream. */
  long rejected() {
    return rejected.get();
  }

  int kbps(long nowNanos) {
    return rate.kbps(nowNanos);
  }
}
