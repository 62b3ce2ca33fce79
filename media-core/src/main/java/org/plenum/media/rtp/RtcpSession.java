package org.plenum.media.rtp;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plenum.media.clock.TimeSource;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtcp.Feedback;
import org.plenum.media.rtcp.Report;
import org.plenum.media.rtcp.RtcpPacket;
import org.plenum.media.rtcp.RtcpType;
import org.plenum.media.rtcp.RtcpWriter;

/**
 * RTCP of one stream: sends compound reports at RFC 3550 intervals and feedback when due, follows
 * what the other side reports. Runs on the socket thread; counters may be read from any.
 */
final class RtcpSession {

  private static final long MIN_RESEND_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long KEY_FRAME_REQUEST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final int UNKNOWN = -1;

  private final RtpSender sender;
  private final RtpReceiver receiver;
  private final TimeSource time;
  private final RtcpInterval interval;
  private final Output output;
  private final String cname;
  private final RtcpWriter writer = new RtcpWriter();
  private final RtcpPacket packet = new RtcpPacket();
  private final Report report = new Report();
  private final Feedback feedback = new Feedback();
  private final SendBudget budget = new SendBudget();

  private @Nullable VideoSink video;
  private boolean started;
  private long nextReportNanos;
  private int sessionKbps = 64;
  private boolean usesPli;
  private boolean usesFir;
  private int firSequence;
  private int lastFirReceived = UNKNOWN;
  private volatile boolean keyFrameWanted;
  private long lastKeyFrameRequestNanos;
  private int lastBudget;
  private volatile long remoteLost;
  private volatile int roundTripMillis = UNKNOWN;

  /** Protects and sends a finished compound. */
  interface Output {
    /** Sends the octets; false if the stream has no keys yet. */
    boolean send(byte[] buffer, int length);
  }

  RtcpSession(
      RtpSender sender,
      RtpReceiver receiver,
      TimeSource time,
      RtcpInterval interval,
      String cname,
      Output output) {
    this.sender = sender;
    this.receiver = receiver;
    this.time = time;
    this.interval = interval;
    this.cname = cname;
    this.output = output;
  }

  void attach(VideoSink sink) {
    video = sink;
  }

  /** A plan is in force; {@code plan} is null for audio. */
  void configure(int maxSendKbps, @Nullable VideoPlan plan) {
    sessionKbps = maxSendKbps;
    usesPli = plan != null && plan.pli();
    usesFir = plan != null && plan.fir();
    tellBudget(budget.limit(maxSendKbps));
    if (!started) {
      started = true;
      nextReportNanos = time.nanoTime() + interval.next(sessionKbps);
    }
  }

  /** Asks for a key frame at the next tick. May be called from any thread. */
  void requestKeyFrame() {
    keyFrameWanted = true;
  }

  /** Sends what is due. */
  void tick(long nowNanos) {
    if (!started) {
      return;
    }
    if (nowNanos - nextReportNanos >= 0) {
      sendReport(nowNanos);
      nextReportNanos = nowNanos + interval.next(sessionKbps);
    }
    if (receiver.hasMissing()) {
      sendNack(nowNanos);
    }
    if (keyFrameWanted && nowNanos - lastKeyFrameRequestNanos >= KEY_FRAME_REQUEST_NANOS) {
      sendKeyFrameRequest(nowNanos);
    }
  }

  /** Sends a NACK for gaps that were just seen. */
  void sendNack(long nowNanos) {
    startCompound(nowNanos, false);
    if (receiver.writeNack(writer, sender.ssrc(), roundTripMillis, nowNanos)) {
      finishCompound();
    }
  }

  /** Tells the other side that this source leaves. */
  void sendBye(long nowNanos) {
    if (started) {
      startCompound(nowNanos, true);
      writer.bye(sender.ssrc());
      finishCompound();
    }
  }

  private void sendReport(long nowNanos) {
    startCompound(nowNanos, true);
    finishCompound();
  }

  private void sendKeyFrameRequest(long nowNanos) {
    if (!receiver.hasSource() || !(usesPli || usesFir)) {
      keyFrameWanted = false;
      return;
    }
    startCompound(nowNanos, false);
    if (usesPli) {
      writer.pli(sender.ssrc(), receiver.ssrc());
    } else {
      writer.fir(sender.ssrc(), receiver.ssrc(), firSequence++);
    }
    if (finishCompound()) {
      keyFrameWanted = false;
      lastKeyFrameRequestNanos = nowNanos;
    }
  }

  /**
   * Every compound begins with a report and carries the canonical name (RFC 3550 section 6.1).
   * Between regular reports the report has no block, so that loss fractions stay those of regular
   * intervals.
   */
  private void startCompound(long nowNanos, boolean regular) {
    writer.start();
    if (regular) {
      sender.writeReport(writer);
      if (receiver.hasSource()) {
        receiver.statistics().writeBlock(writer, receiver.ssrc(), nowNanos);
      }
    } else {
      writer.receiverReport(sender.ssrc());
    }
    writer.sourceDescription(sender.ssrc(), cname);
  }

  private boolean finishCompound() {
    interval.onCompound(writer.length());
    return output.send(writer.buffer(), writer.length());
  }

  /** Handles an opened compound; false if it is malformed from the start. */
  boolean onCompound(byte[] buffer, int length, long nowNanos) {
    boolean more = packet.first(buffer, 0, length);
    if (!more) {
      return false;
    }
    interval.onCompound(length);
    while (more) {
      if (report.parse(packet)) {
        onReport(nowNanos);
      } else if (feedback.parse(packet)) {
        onFeedback();
      }
      more = packet.next();
    }
    return true;
  }

  private void onReport(long nowNanos) {
    if (packet.type() == RtcpType.SENDER_REPORT
        && receiver.hasSource()
        && report.senderSsrc() == receiver.ssrc()) {
      receiver.statistics().onSenderReport(report.compactNtp(), nowNanos);
    }
    for (int block = 0; block < report.blocks(); block++) {
      if (report.source(block) == sender.ssrc()) {
        onReportBlock(block);
      }
    }
  }

  private void onReportBlock(int block) {
    remoteLost = Math.max(0, report.cumulativeLost(block));
    if (report.lastSenderReport(block) != 0) {
      int now = (int) (time.ntpTime() >>> 16);
      int roundTrip =
          now - report.lastSenderReport(block) - report.delaySinceLastSenderReport(block);
      // Negative when the peer's clock for the delay runs fast: there is no such thing as less
      // than no time.
      roundTripMillis = (int) ((Math.max(0, roundTrip) * 1000L) >> 16);
    }
    tellBudget(budget.onReport(report.fractionLost(block)));
  }

  private void tellBudget(int kbps) {
    if (video != null && kbps != lastBudget) {
      lastBudget = kbps;
      video.onSendBudget(kbps);
    }
  }

  private void onFeedback() {
    if (feedback.isNack() && feedback.mediaSsrc() == sender.ssrc()) {
      onNack();
    } else if (feedback.isPli() && feedback.mediaSsrc() == sender.ssrc()) {
      keyFrameRequested();
    } else if (feedback.isFir()) {
      for (int item = 0; item < feedback.firItems(); item++) {
        // A repeated command has the same number and is carried out once (RFC 5104 section 4.3.1).
        if (feedback.firSsrc(item) == sender.ssrc()
            && feedback.firSequence(item) != lastFirReceived) {
          lastFirReceived = feedback.firSequence(item);
          keyFrameRequested();
        }
      }
    }
  }

  private void keyFrameRequested() {
    if (video != null) {
      video.onKeyFrameRequested();
    }
  }

  private void onNack() {
    for (int item = 0; item < feedback.nackItems(); item++) {
      int packetId = feedback.nackPacketId(item);
      sender.resend(packetId, MIN_RESEND_NANOS);
      int bitmask = feedback.nackBitmask(item);
      for (int bit = 0; (bitmask >>> bit) != 0; bit++) {
        if (((bitmask >>> bit) & 1) != 0) {
          sender.resend((packetId + bit + 1) & 0xFFFF, MIN_RESEND_NANOS);
        }
      }
    }
  }

  /** Packets that the other side reports lost. */
  long remoteLost() {
    return remoteLost;
  }

  /** Round trip, ms, or -1 before it is known. */
  int roundTripMillis() {
    return roundTripMillis;
  }
}
