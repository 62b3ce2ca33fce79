package org.plenum.media.video.rtp;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plenum.media.rtp.RtpPacket;

/**
 * Puts packets in the order of their sequence numbers. A packet that comes in order passes without
 * a copy. When one is missing, later ones wait for it, but no longer than 100 ms: time enough for
 * one retransmission, too short to be noticed. One thread at a time.
 */
public final class ReorderWindow {

  /** Longest wait for a missing packet, nanoseconds. */
  static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Packets that may wait; a power of two. Holds 100 ms of more than 6 Mbit/s. */
  static final int CAPACITY = 128;

  private static final int SEQUENCE_MASK = 0xFFFF;

  private final Slot[] slots = new Slot[CAPACITY];
  private final Output output;
  private boolean started;
  private int ssrc;
  private int expected;
  private int waiting;
  private long gapSinceNanos;

  /** Where ordered packets go. */
  public interface Output {
    /** The next packet; the bytes are valid during the call. */
    void onPacket(
        int payloadType, byte[] buffer, int offset, int length, int timestamp, boolean marker);

    /** Packets before the next one are missing. */
    void onGap();
  }

  public ReorderWindow(Output output) {
    this.output = output;
    for (int i = 0; i < CAPACITY; i++) {
      slots[i] = new Slot();
    }
  }

  /** Takes a packet in arrival order. */
  public void offer(RtpPacket packet, long arrivalNanos) {
    if (!started || packet.ssrc() != ssrc) {
      restart(packet);
    }
    int ahead = packet.sequenceNumber() - expected & SEQUENCE_MASK;
    if (ahead > SEQUENCE_MASK / 2) {
      // Its place was given up or it came before.
      return;
    }
    if (ahead == 0) {
      pass(packet);
      drain();
    } else if (ahead < CAPACITY) {
      keep(packet, arrivalNanos);
    } else {
      skipAll();
      expected = packet.sequenceNumber();
      output.onGap();
      pass(packet);
    }
    while (waiting > 0 && arrivalNanos - gapSinceNanos >= MAX_WAIT_NANOS) {
      skipGap();
    }
  }

  private void restart(RtpPacket packet) {
    if (started) {
      clear();
      output.onGap();
    }
    started = true;
    ssrc = packet.ssrc();
    expected = packet.sequenceNumber();
  }

  private void pass(RtpPacket packet) {
    advance();
    output.onPacket(
        packet.payloadType(),
        packet.buffer(),
        packet.payloadOffset(),
        packet.payloadLength(),
        packet.timestamp(),
        packet.marker());
  }

  private void keep(RtpPacket packet, long arrivalNanos) {
    Slot slot = slots[packet.sequenceNumber() & CAPACITY - 1];
    if (slot.filled) {
      return;
    }
    slot.fill(packet, arrivalNanos);
    if (waiting++ == 0) {
      gapSinceNanos = arrivalNanos;
    }
  }

  private void drain() {
    Slot next = slots[expected & CAPACITY - 1];
    while (waiting > 0 && next.filled) {
      waiting--;
      next.filled = false;
      advance();
      next.passTo(output);
      next = slots[expected & CAPACITY - 1];
    }
    if (waiting > 0) {
      gapSinceNanos = arrivalOfNextWaiting();
    }
  }

  private long arrivalOfNextWaiting() {
    int index = expected;
    while (!slots[index & CAPACITY - 1].filled) {
      index++;
    }
    return slots[index & CAPACITY - 1].arrivalNanos;
  }

  private void skipGap() {
    while (!slots[expected & CAPACITY - 1].filled) {
      advance();
    }
    output.onGap();
    drain();
  }

  /** Passes on everything that waits; the gaps in between are reported. */
  private void skipAll() {
    while (waiting > 0) {
      skipGap();
    }
  }

  private void clear() {
    for (Slot slot : slots) {
      slot.filled = false;
    }
    waiting = 0;
  }

  private void advance() {
    expected = expected + 1 & SEQUENCE_MASK;
  }

  private static final class Slot {
    private byte @Nullable [] payload;
    private boolean filled;
    private int payloadType;
    private int length;
    private int timestamp;
    private boolean marker;
    private long arrivalNanos;

    private void fill(RtpPacket packet, long arrival) {
      arrivalNanos = arrival;
      length = packet.payloadLength();
      byte[] copy = payload;
      if (copy == null || copy.length < length) {
        copy = new byte[Math.max(1_500, length)];
        payload = copy;
      }
      System.arraycopy(packet.buffer(), packet.payloadOffset(), copy, 0, length);
      payloadType = packet.payloadType();
      timestamp = packet.timestamp();
      marker = packet.marker();
      filled = true;
    }

    private void passTo(Output output) {
      byte[] copy = payload;
      if (copy != null) {
        output.onPacket(payloadType, copy, 0, length, timestamp, marker);
      }
    }
  }
}
