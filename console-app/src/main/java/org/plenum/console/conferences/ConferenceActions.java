package org.plenum.console.conferences;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Workspace;
import org.plenum.console.status.Conference;

/** What can be done with a running conference (DIAG-109). */
final class ConferenceActions {
  private final Workspace workspace;
  private final Messages messages;
  private final Supplier<Dialogs> dialogs;
  private final Consumer<String> onFailure;

  ConferenceActions(Workspace workspace, Supplier<Dialogs> dialogs, Consumer<String> onFailure) {
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.dialogs = dialogs;
    this.onFailure = onFailure;
  }

  String lockText(Conference conference) {
    return messages.get(conference.locked() ? "conference.unlock" : "conference.lock");
  }

  String muteGuestsText(Conference conference) {
    return messages.get(
        conference.guestsMuted() ? "conference.unmute-guests" : "conference.mute-guests");
  }

  void toggleLock(Conference conference) {
    workspace.commands().lockConference(conference.id(), !conference.locked(), onFailure);
  }

  void toggleMuteGuests(Conference conference) {
    workspace.commands().muteGuests(conference.id(), !conference.guestsMuted(), onFailure);
  }

  void disconnect(Conference conference) {
    dialogs
        .get()
        .confirmDanger(
            messages.get("conference.disconnect.title"),
            messages.get(
                "conference.disconnect.text", conference.name(), conference.participants().size()),
            List.of(),
            messages.get("conference.disconnect"),
            () -> workspace.commands().disconnectConference(conference.id(), onFailure));
  }
}
