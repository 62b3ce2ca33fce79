package org.plenum.console.participants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenum.console.control.StatusColumn;
import org.plenum.console.i18n.Messages;
import org.plenum.console.status.Conference;
import org.plenum.console.status.StatusBoard;
import org.plenum.console.text.Times;
import org.plenum.rpc.status.ParticipantStatus;

/** Columns of tables of participants (DIAG-115 to DIAG-133). */
public final class ParticipantColumns {
  private final Messages messages;
  private final Times times;
  private final StatusBoard board;

  /** Columns with their texts. */
  public ParticipantColumns(Messages messages, Times times, StatusBoard board) {
    this.messages = messages;
    this.times = times;
    this.board = board;
  }

  /** For the list of all participants. */
  public List<StatusColumn<ParticipantStatus>> withService() {
    List<StatusColumn<ParticipantStatus>> columns = new ArrayList<>(ofOneConference());
    columns.add(2, StatusColumn.of("service", text("service"), this::service, 170));
    return columns;
  }

  /** For the participants of one conference. */
  public List<StatusColumn<ParticipantStatus>> ofOneConference() {
    return List.of(
        StatusColumn.of(
            "display_name", text("display_name"), ParticipantStatus::getDisplayName, 170),
        StatusColumn.of("alias", text("alias"), ParticipantStatus::getParticipantAlias, 190),
        StatusColumn.ticking(
            "duration",
            text("duration"),
            participant -> times.since(participant.getConnectTime()),
            participant -> -participant.getConnectTime(),
            90),
        StatusColumn.of("role", text("role"), this::role, 80),
        StatusColumn.of("protocol", text("protocol"), ParticipantStatus::getProtocol, 80),
        StatusColumn.of(
            "media_node", text("media_node"), p -> board.nodeName(p.getMediaNodeId()), 120),
        StatusColumn.of("muted", text("muted"), p -> yes(p.getIsMuted()), 70),
        StatusColumn.of("presenting", text("presenting"), p -> yes(p.getIsPresenting()), 90),
        StatusColumn.of("speaking", text("speaking"), p -> yes(p.getIsSpeaking()), 80));
  }

  /** Whether a participant's texts contain what was searched for. */
  public boolean matches(ParticipantStatus participant, String search) {
    String all =
        String.join(
            "\n",
            participant.getDisplayName(),
            participant.getParticipantAlias(),
            service(participant),
            participant.getRemoteAddress(),
            participant.getCallUuid());
    return all.toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
  }

  String role(ParticipantStatus participant) {
    return messages.value("role.", participant.getRole());
  }

  String service(ParticipantStatus participant) {
    return board.conferenceOf(participant).map(Conference::name).orElse("");
  }

  private String text(String column) {
    return messages.get("participant." + column);
  }

  private String yes(boolean value) {
    return value ? messages.get("value.yes") : "";
  }
}
