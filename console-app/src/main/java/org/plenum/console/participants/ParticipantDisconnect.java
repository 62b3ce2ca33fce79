package org.plenum.console.participants;

import java.util.List;
import java.util.function.Consumer;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Workspace;
import org.plenum.rpc.status.ParticipantStatus;

/** Disconnects a participant after asking (DIAG-175). */
public final class ParticipantDisconnect {
  private final Workspace workspace;
  private final Dialogs dialogs;

  /** Asks by dialogs of a window. */
  public ParticipantDisconnect(Workspace workspace, Dialogs dialogs) {
    this.workspace = workspace;
    this.dialogs = dialogs;
  }

  /** Asks, and disconnects if the answer is yes. */
  public void ask(ParticipantStatus participant, Consumer<String> onFailure) {
    Messages messages = workspace.messages();
    String name =
        participant.getDisplayName().isEmpty()
            ? participant.getParticipantAlias()
            : participant.getDisplayName();
    dialogs.confirmDanger(
        messages.get("participant.disconnect.title"),
        messages.get("participant.disconnect.text", name),
        List.of(),
        messages.get("participant.disconnect"),
        () -> workspace.commands().disconnectParticipant(participant.getId(), onFailure));
  }
}
