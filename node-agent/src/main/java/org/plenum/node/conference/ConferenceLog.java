package org.plenum.node.conference;

import java.time.Duration;
import java.util.Locale;
import org.plenum.node.call.CallIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of the administrator log that tells who met whom (DIAG-398 to DIAG-421). PIN digits are
 * never written (DIAG-339): callers give aliases without the PIN.
 */
public final class ConferenceLog {
  private static final Logger log = LoggerFactory.getLogger("administrator.conference");
  private static final Logger support = LoggerFactory.getLogger("support.participant");

  private final NodeIdentity self;

  /**
   * @param self which node this is, and where its calls arrive
   */
  public ConferenceLog(NodeIdentity self) {
    this.self = self;
  }

  /** A call arrived; only its alias is known (DIAG-398). */
  public void attempting(CallIdentity call, String alias) {
    info(
        LogEntry.message("Participant attempting to join conference.")
            .with("ConferenceAlias", alias)
            .with("Participant", call.remoteAlias())
            .with("Protocol", call.protocol().wireName())
            .with("Direction", call.direction().wireName())
            .with("Call-id", call.id().toString()));
  }

  /**
   * A call was refused (DIAG-402).
   *
   * @param decision how routing came to it, or an empty string
   */
  public void refused(CallIdentity call, String alias, String reason, String decision) {
    LogEntry entry =
        LogEntry.message("Participant failed to join conference.")
            .with("ConferenceAlias", alias)
            .with("Participant", call.remoteAlias())
            .with("Call-id", call.id().toString())
            .with("Reason", reason);
    warn(decision.isEmpty() ? entry : entry.with("Detail", decision));
  }

  /** A PIN in the dial string was right (DIAG-412). */
  public void pinCorrect(CallIdentity call, String alias, Role role) {
    info(
        aboutPin("PIN entry correct.", call, alias)
            .with("Role", role.wireName())
            .with(
                "Detail",
                "Participant entered correct conference PIN and will be placed into the"
                    + " conference."));
  }

  /** A PIN in the dial string was wrong (DIAG-413); there is no second try in a dial string. */
  public void pinIncorrect(CallIdentity call, String alias) {
    warn(
        aboutPin("Participant entered incorrect conference PIN", call, alias)
            .with("RetriesRemaining", "0"));
  }

  /** The first participant tries to join on this node (DIAG-399). */
  void created(ConferenceSettings conference) {
    info(about("Conference has been created.", conference));
  }

  /** No call goes on in the conference on this node (DIAG-404). */
  void stopped(ConferenceSettings conference, Duration duration) {
    info(about("Conference has been stopped.", conference).with("Duration", seconds(duration)));
  }

  /** Media of a participant is agreed on (DIAG-400). */
  void joined(ConferenceSettings conference, Participant participant) {
    info(
        aboutCall("Participant has joined.", conference, participant)
            .with("Vendor", participant.leg.identity().vendor()));
  }

  /** A participant is held at the waiting screen (DIAG-418). */
  void waiting(Participant participant) {
    info(
        aboutRole(
            participant.isHost() ? "Host participant waiting." : "Guest participant waiting.",
            participant,
            "Waiting until participant is allowed to join the conference."));
  }

  /** A participant who waited, or who gave a PIN, is let in (DIAG-416, DIAG-419). */
  void letIn(Participant participant) {
    info(
        aboutRole(
            participant.isHost() ? "Host participant joining." : "Guest participant joining.",
            participant,
            "Participant will be automatically placed into the conference."));
  }

  /** A participant left (DIAG-403). */
  void disconnected(
      ConferenceSettings conference, Participant participant, Duration duration, String detail) {
    info(
        aboutCall("Participant has disconnected.", conference, participant)
            .with("Duration", seconds(duration))
            .with("Detail", detail));
  }

  /** The time of the Guests without a Host is over (DIAG-420). */
  void lastHostLeft(ConferenceSettings conference) {
    info(
        LogEntry.message(
                "Last host left the conference and has not re-joined; conference will be"
                    + " terminated.")
            .with("Conference", conference.name())
            .with("Service-tag", conference.tag()));
  }

  /** A participant is put out because the conference ends (DIAG-421). */
  void removing(ConferenceSettings conference, Participant participant) {
    info(
        LogEntry.message("Removing participant due to conference termination")
            .with("Participant", participant.leg.identity().remoteAlias())
            .with("Conference", conference.name())
            .with("Service-tag", conference.tag()));
  }

  /** A participant was put on hold or came back (DIAG-450). */
  void holdChanged(Participant participant) {
    String line =
        LogEntry.message(participant.media.onHold() ? "Call is on hold" : "Call has resumed")
            .with("Participant", participant.leg.identity().remoteAlias())
            .with("Call-id", participant.leg.id().toString())
            .toString();
    support.info(line);
  }

  private LogEntry aboutCall(
      String message, ConferenceSettings conference, Participant participant) {
    CallIdentity call = participant.leg.identity();
    return about(message, conference)
        .with("ConferenceAlias", participant.alias)
        .with("Participant", call.remoteAlias())
        .with("DisplayName", call.displayName())
        .with("Protocol", call.protocol().wireName())
        .with("Direction", call.direction().wireName())
        .with("Call-id", call.id().toString())
        .with("Participant-id", participant.id.toString())
        .with("Location", self.location())
        .with("Signaling-node", self.address())
        .with("Signaling-location", self.location())
        .with("Media-node", self.address());
  }

  private static LogEntry about(String message, ConferenceSettings conference) {
    return LogEntry.message(message)
        .with("Conference", conference.name())
        .with("Service-tag", conference.tag())
        .with("Service-type", conference.kind().wireName());
  }

  private static LogEntry aboutPin(String message, CallIdentity call, String alias) {
    return LogEntry.message(message)
        .with("Participant", call.remoteAlias())
        .with("ConferenceAlias", alias)
        .with("Call-id", call.id().toString());
  }

  private static LogEntry aboutRole(String message, Participant participant, String detail) {
    return aboutPin(message, participant.leg.identity(), participant.alias)
        .with("Role", participant.role.wireName())
        .with("Detail", detail);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }

  private static void info(LogEntry entry) {
    String line = entry.toString();
    log.info(line);
  }

  private static void warn(LogEntry entry) {
    String line = entry.toString();
    log.warn(line);
  }
}
