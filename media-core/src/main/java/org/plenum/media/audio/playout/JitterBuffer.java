package org.plenum.media.audio.playout;

import org.jspecify.annotations.Nullable;
import org.plenum.media.rtp.RtpPacket;

/**
 * Puts packets back in order and holds them until their turn. Bounded: a jump beyond its size
 * empties it. Packets are inserted by the socket thread and taken by the media clock.
 */
final class JitterBuffer {

  /** Packets held at most; 1.28 s at 20 ms. */
  static final int CAPACITY = 64;

  private final @Nullable StoredPacket[] places = new StoredPacket[CAPACITY];
  private final DelayEstimator delay = new DelayEstimator();
  private boolean started;
  private boolean taken;
  private int ssrc;
  private int nextSequence;
  private int highestSequence;
  private long late;

  /** What {@link #take} found. */
  enum Outcome {
    /** The next packet. */
    PACKET,
    /** The next packet is missing although later ones are here. */
    LOST,
    /** Nothing is here. */
    EMPTY
  }

  /** Inserts a packet. */
  synchronized void insert(RtpPacket packet, int clockRate, long arrivalNanos) {
    if (packet.payloadLength() > StoredPacket.CAPACITY) {
      return;
    }
    int sequence = packet.sequenceNumber();
    if (!started || packet.ssrc() != ssrc || Math.abs(distance(sequence)) >= CAPACITY) {
      restart(packet.ssrc(), sequence);
    }
    delay.onPacket(packet.timestamp(), clockRate, arrivalNanos);
    int ahead = distance(sequence);
    if (ahead < 0 && taken) {
      late++;
      return;
    }
    if (ahead < 0) {
      nextSequence = sequence;
      if (((highestSequence - nextSequence) & 0xFFFF) >= CAPACITY) {
        restart(packet.ssrc(), sequence);
      }
    }
    store(packet);
    if ((short) (sequence - highestSequence) > 0) {
      highestSequence = sequence;
    }
  }

  private void restart(int newSsrc, int sequence) {
    for (StoredPacket place : places) {
      if (place != null) {
        place.present = false;
      }
    }
    if (!started || newSsrc != ssrc) {
      delay.reset();
    }
    started = true;
    taken = false;
    ssrc = newSsrc;
    nextSequence = sequence;
    highestSequence = sequence;
  }

  private void store(RtpPacket packet) {
    int index = packet.sequenceNumber() % CAPACITY;
    StoredPacket place = places[index];
    if (place == null) {
      place = new StoredPacket();
      places[index] = place;
    }
    System.arraycopy(
        packet.buffer(), packet.payloadOffset(), place.payload, 0, packet.payloadLength());
    place.length = packet.payloadLength();
    place.payloadType = packet.payloadType();
    place.timestamp = packet.timestamp();
    place.sequenceNumber = packet.sequenceNumber();
    place.present = true;
  }

  /** Takes the next packet into {@code target} and moves on, unless the buffer is empty. */
  synchronized Outcome take(StoredPacket target) {
    if (packets() == 0) {
      return Outcome.EMPTY;
    }
    taken = true;
    StoredPacket place = at(nextSequence);
    nextSequence = (nextSequence + 1) & 0xFFFF;
    if (place == null) {
      return Outcome.LOST;
    }
    target.copyFrom(place);
    place.present = false;
    return Outcome.PACKET;
  }

  /** Copies the packet whose turn it is, without moving on; false if it is missing. */
  synchronized boolean peek(StoredPacket target) {
    StoredPacket place = packets() == 0 ? null : at(nextSequence);
    if (place == null) {
      return false;
    }
    target.copyFrom(place);
    return true;
  }

  private @Nullable StoredPacket at(int sequence) {
    StoredPacket place = places[sequence % CAPACITY];
    return place != null && place.present && place.sequenceNumber == sequence ? place : null;
  }

  /** Packets from the next to the newest, missing ones included. */
  synchronized int packets() {
    return started ? Math.max(0, (short) (highestSequence - nextSequence) + 1) : 0;
  }

  /** Delay that playout should add for the variation of arrival times, ms. */
  synchronized int lateMillis() {
    return delay.lateMillis();
  }

  /** Packets that came after their turn. */
  synchronized long late() {
    return late;
  }

  /** Drops what is held; the next packet starts anew. */
  synchronized void clear() {
    started = false;
  }

  private int distance(int sequence) {
    return (short) (sequence - nextSequence);
  }
}
