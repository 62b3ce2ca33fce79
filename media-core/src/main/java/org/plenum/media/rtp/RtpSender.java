package org.plenum.media.rtp;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plenum.media.clock.TimeSource;
import org.plenum.media.rtcp.RtcpWriter;
import org.plenum.media.srtp.PacketProtection;
import org.plenum.media.transport.UdpSocket;

/**
 * Sends one source: numbers, protects, keeps for retransmission and counts its packets. Methods may
 * be called from any thread; one lock orders them, because SRTP needs the order of sequence
 * numbers.
 */
final class RtpSender {

  /** Longest packet, with room for SRTP: fits an Ethernet frame over IPv6. */
  static final int MAX_PACKET = 1452;

  private static final int MAX_PAYLOAD =
      MAX_PACKET - RtpPacket.FIXED_HEADER_LENGTH - PacketProtection.TRAILER_ROOM;
  private static final int HISTORY = 256;

  private final UdpSocket socket;
  private final RemoteAddress remote;
  private final TimeSource time;
  private final int ssrc;
  private final byte[] scratch = new byte[MAX_PACKET];
  private final RateMeter rate = new RateMeter();

  private boolean enabled;
  private int clockRate = 1;
  private @Nullable PacketProtection protection;
  private @Nullable SentPackets history;
  private int nextSequenceNumber;
  private long packets;
  private long octets;
  private int lastTimestamp;
  private long lastSentNanos;
  private boolean sentSinceReport;

  RtpSender(
      UdpSocket socket, RemoteAddress remote, TimeSource time, int ssrc, RandomGenerator random) {
    this.socket = socket;
    this.remote = remote;
    this.time = time;
    this.ssrc = ssrc;
    // The lower half leaves time before the first wrap, which some SRTP receivers miscount.
    nextSequenceNumber = random.nextInt(0x8000);
  }

  synchronized void configure(boolean sends, int mediaClockRate, boolean keepForNack) {
    enabled = sends;
    clockRate = mediaClockRate;
    if (!keepForNack) {
      history = null;
    } else if (history == null) {
      history = new SentPackets(HISTORY);
    }
  }

  /** Sets how packets are protected; nothing is sent while it is null. */
  synchronized void protection(@Nullable PacketProtection newProtection) {
    protection = newProtection;
    if (history != null) {
      // Packets under old keys would not authenticate.
      history = new SentPackets(HISTORY);
    }
  }

  /** Sends one packet; false if the stream does not send, or not yet. */
  synchronized boolean send(
      int payloadType, int timestamp, boolean marker, byte[] payload, int offset, int length) {
    PacketProtection current = protection;
    if (!enabled || current == null) {
      return false;
    }
    if (length > MAX_PAYLOAD) {
      throw new IllegalArgumentException("RTP payload of " + length + " octets is too long");
    }
    int sequenceNumber = nextSequenceNumber;
    nextSequenceNumber = (nextSequenceNumber + 1) & 0xFFFF;
    RtpPacket.writeHeader(scratch, 0, marker, payloadType, sequenceNumber, timestamp, ssrc);
    System.arraycopy(payload, offset, scratch, RtpPacket.FIXED_HEADER_LENGTH, length);
    int protectedLength = current.protectRtp(scratch, 0, RtpPacket.FIXED_HEADER_LENGTH + length);
    if (history != null) {
      history.keep(sequenceNumber, scratch, protectedLength);
    }
    socket.send(scratch, 0, protectedLength, remote.target());
    packets++;
    octets += length;
    lastTimestamp = timestamp;
    lastSentNanos = time.nanoTime();
    sentSinceReport = true;
    rate.add(protectedLength, lastSentNanos);
    return true;
  }

  /** Sends a kept packet again, unless that was done within the given time. */
  synchronized void resend(int sequenceNumber, long minIntervalNanos) {
    if (history == null || !enabled) {
      return;
    }
    int place = history.find(sequenceNumber, time.nanoTime(), minIntervalNanos);
    if (place >= 0) {
      socket.send(history.buffer(place), 0, history.length(place), remote.target());
      rate.add(history.length(place), time.nanoTime());
    }
  }

  /**
   * Begins a report: a sender report if packets went out since the previous one, otherwise a
   * receiver report (RFC 3550 section 6.4).
   */
  synchronized boolean writeReport(RtcpWriter writer) {
    boolean sender = sentSinceReport;
    if (sender) {
      long elapsed = time.nanoTime() - lastSentNanos;
      int timestamp = lastTimestamp + (int) (elapsed * clockRate / TimeUnit.SECONDS.toNanos(1));
      long ntp = time.ntpTime();
      writer.senderReport(ssrc, ntp >>> 32, ntp & 0xFFFF_FFFFL, timestamp, packets, octets);
    } else {
      writer.receiverReport(ssrc);
    }
    sentSinceReport = false;
    return sender;
  }

  int ssrc() {
    return ssrc;
  }

  synchronized long packets() {
    return packets;
  }

  int kbps() {
    return rate.kbps(time.nanoTime());
  }
}
