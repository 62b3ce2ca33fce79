package org.plenum.node.conference;

import java.time.Duration;
import org.plenum.media.conference.Layout;

/**
 * Settings of a conference instance, fixed when it starts (SVC-052).
 *
 * @param serviceId configuration id of the service
 * @param name name of the service
 * @param kind kind of the service
 * @param tag service tag, empty if none
 * @param hostView what Hosts see, in a meeting room everybody
 * @param guestView what Guests of an auditorium see
 * @param hostPin there is a Host PIN, so that who entered it joins in spite of a lock (SVX-248)
 * @param muteAllGuests Guests are muted when they join (SVC-088)
 * @param guestsOnlyTimeout how long Guests stay after the last Host left; zero: not at all
 * @param lastParticipantTimeout how long a last participant stays; zero: for ever
 */
public record ConferenceSettings(
    long serviceId,
    String name,
    ServiceKind kind,
    String tag,
    Layout hostView,
    Layout guestView,
    boolean hostPin,
    boolean muteAllGuests,
    Duration guestsOnlyTimeout,
    Duration lastParticipantTimeout) {

  /** What a role sees (SVX-149); in a meeting room everybody sees the same. */
  public Layout viewOf(Role role) {
    return kind == ServiceKind.AUDITORIUM && role == Role.GUEST ? guestView : hostView;
  }
}
