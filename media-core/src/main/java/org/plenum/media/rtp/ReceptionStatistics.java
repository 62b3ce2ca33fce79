package org.plenum.media.rtp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.plenum.media.rtcp.RtcpWriter;

/**
 * Loss and jitter of one received source (RFC 3550 sections 6.4.1, A.3 and A.8). Written by the
 * socket thread; the getters may be called from any thread and see slightly old values.
 */
final class ReceptionStatistics {

  private static final int JITTER_GAIN = 16;

  private SequenceWindow window;
  private final AtomicLong packets = new AtomicLong();
  private volatile long lostBefore;
  private volatile long lostInSequence;
  private long sequencePackets;
  private long expectedBefore;
  private long expectedAtReport;
  private long receivedAtReport;

  private boolean transitKnown;
  private int lastTransit;
  private volatile double jitter;
  private volatile int clockRate = 1;

  private int lastSenderReport;
  private long lastSenderReportNanos;

  ReceptionStatistics(SequenceWindow window) {
    this.window = window;
  }

  /**
   * Another source is followed from here on.
   *
   * @param alreadyExpected packets of it that were expected while it was not followed
   */
  void follow(SequenceWindow newWindow, long alreadyExpected) {
    onRestart();
    window = newWindow;
    expectedBefore = alreadyExpected;
  }

  /** The source began a new sequence: losses so far are kept, reports start anew. */
  void onRestart() {
    long before = lostBefore;
    lostBefore = before + lostInSequence;
    lostInSequence = 0;
    sequencePackets = 0;
    expectedBefore = 0;
    expectedAtReport = 0;
    receivedAtReport = 0;
    transitKnown = false;
    jitter = 0;
    lastSenderReport = 0;
  }

  void onPacket(int timestamp, int packetClockRate, long arrivalNanos) {
    packets.incrementAndGet();
    sequencePackets++;
    lostInSequence = Math.max(0, expected() - sequencePackets);
    if (packetClockRate != clockRate) {
      clockRate = packetClockRate;
      transitKnown = false;
      jitter = 0;
    }
    // Wraps like the timestamp itself, so only differences count.
    int arrival =
        (int)
            (arrivalNanos / TimeUnit.SECONDS.toNanos(1) * clockRate
                + arrivalNanos
                    % TimeUnit.SECONDS.toNanos(1)
                    * clockRate
                    / TimeUnit.SECONDS.toNanos(1));
    int transit = arrival - timestamp;
    if (transitKnown) {
      double before = jitter;
      jitter = before + (Math.abs((double) (transit - lastTransit)) - before) / JITTER_GAIN;
    }
    transitKnown = true;
    lastTransit = transit;
  }

  void onSenderReport(int compactNtp, long arrivalNanos) {
    lastSenderReport = compactNtp;
    lastSenderReportNanos = arrivalNanos;
  }

  /** Adds this source's block to the report just written and starts the next interval. */
  void writeBlock(RtcpWriter writer, int ssrc, long nowNanos) {
    long expected = expected();
    long expectedNow = expected - expectedAtReport;
    long lostNow = expectedNow - (sequencePackets - receivedAtReport);
    int fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : (int) (lostNow * 256 / expectedNow);
    expectedAtReport = expected;
    receivedAtReport = sequencePackets;
    long delay =
        lastSenderReport == 0
            ? 0
            : (nowNanos - lastSenderReportNanos) * 65_536 / TimeUnit.SECONDS.toNanos(1);
    writer.reportBlock(
        ssrc,
        Math.min(fraction, 255),
        expected - sequencePackets,
        // Cycles count from zero in reports; the window counts from one.
        (int) (window.highest() - 0x1_0000L),
        (long) jitter,
        lastSenderReport,
        (int) delay);
  }

  /** Packets expected since the source was followed or began anew. */
  private long expected() {
    return window.expected() - expectedBefore;
  }

  long packets() {
    return packets.get();
  }

  /** Packets missing since the stream was opened. */
  long lost() {
    return lostBefore + lostInSequence;
  }

  double jitterMillis() {
    return jitter * 1000 / clockRate;
  }
}
