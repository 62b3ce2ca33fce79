package org.plenum.node.conference;

import java.time.Instant;
import java.util.UUID;

/**
 * A conference instance at one moment, without its participants.
 *
 * @param id identifier of the instance
 * @param settings settings it started with
 * @param startTime when its first participant was connected
 * @param locked new participants are held at the waiting screen
 * @param started somebody was let in
 * @param guestsMuted Guests are muted when they join
 */
public record ConferenceSnapshot(
    UUID id,
    ConferenceSettings settings,
    Instant startTime,
    boolean locked,
    boolean started,
    boolean guestsMuted) {}
