package org.plenum.node.conference;

import java.time.Instant;
import java.util.UUID;
import org.plenum.media.EndpointStats;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.MediaState;

/**
 * A participant at one moment.
 *
 * @param id identifier of the participant; another one than that of its call
 * @param conferenceId instance it is in
 * @param service settings of the conference
 * @param call its call
 * @param alias what it dialled, without a PIN
 * @param role Host or Guest
 * @param waiting it is held at the waiting screen, for the first Host or because of a lock
 * @param muted left out of the mix by an administrator or a Host (SVX-302)
 * @param onHold its user put the call on hold
 * @param video its picture arrives and can be shown
 * @param speaking it is the current speaker
 * @param media what was negotiated
 * @param connectTime when media was agreed on
 * @param stats counters, collected every few seconds
 */
public record ParticipantSnapshot(
    UUID id,
    UUID conferenceId,
    ConferenceSettings service,
    CallIdentity call,
    String alias,
    Role role,
    boolean waiting,
    boolean muted,
    boolean onHold,
    boolean video,
    boolean speaking,
    MediaState media,
    Instant connectTime,
    EndpointStats stats) {}
