package org.plenum.console.participants;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.LiveRow;
import org.plenum.console.control.LiveRows;
import org.plenum.console.control.StatusTable;
import org.plenum.console.control.TableMemory;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;
import org.plenum.model.access.Permission;
import org.plenum.rpc.status.ParticipantStatus;

/** All connected participants (DIAG-110). */
public final class ParticipantsPage extends StatusPage {
  private final Workspace workspace;
  private final Messages messages;
  private final LiveRows<String, ParticipantStatus> rows;
  private final StatusTable<ParticipantStatus> table;
  private final TextField search;

  /** A page that follows the status board. */
  public ParticipantsPage(Workspace workspace, Navigator navigator) {
    super("participants", workspace.messages().get("page.participants"), workspace.messages());
    this.workspace = workspace;
    this.messages = workspace.messages();
    ParticipantColumns columns =
        new ParticipantColumns(messages, workspace.times(), workspace.board());
    rows = new LiveRows<>(workspace.board().participants());
    table =
        new StatusTable<>(
            "participants-table", columns.withService(), rows.rows(), workspace.ticker());
    TableMemory.attach(table.view(), "participants", workspace.settings());
    table.onOpen(participant -> navigator.open(new Route.ParticipantDetails(participant.getId())));
    table.placeholder(
        EmptyState.of(MaterialDesignA.ACCOUNT_OFF_OUTLINE, messages.get("participants.empty")));
    Toolbar toolbar = new Toolbar();
    search =
        toolbar.search(
            "participants-search",
            messages.get("action.search"),
            text -> rows.filter(participant -> columns.matches(participant, text)));
    toolbar.space();
    addActions(toolbar);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    setContent(toolbar.view(), table.view());
  }

  private void addActions(Toolbar toolbar) {
    Button mute =
        toolbar.button(
            "participants-mute",
            MaterialDesignM.MICROPHONE_OFF,
            messages.get("participant.mute"),
            this::toggleMute);
    Button disconnect =
        toolbar.danger(
            "participants-disconnect",
            MaterialDesignP.PHONE_HANGUP,
            messages.get("participant.disconnect"),
            this::disconnect);
    BooleanBinding disabled =
        Bindings.createBooleanBinding(
            () ->
                table.selectedProperty().get() == null
                    || !workspace.session().user().may(Permission.MAY_CONTROL_CONFERENCES),
            table.selectedProperty());
    mute.disableProperty().bind(disabled);
    disconnect.disableProperty().bind(disabled);
    mute.textProperty()
        .bind(
            table
                .selectedProperty()
                .flatMap(LiveRow::valueProperty)
                .map(participant -> muteText(messages, participant))
                .orElse(messages.get("participant.mute")));
  }

  static String muteText(Messages messages, ParticipantStatus participant) {
    return messages.get(participant.getIsMuted() ? "participant.unmute" : "participant.mute");
  }

  private void toggleMute() {
    table
        .selected()
        .ifPresent(
            participant ->
                workspace
                    .commands()
                    .muteParticipant(
                        participant.getId(), !participant.getIsMuted(), this::reportFailure));
  }

  private void disconnect() {
    table
        .selected()
        .ifPresent(
            participant ->
                new ParticipantDisconnect(workspace, dialogs())
                    .ask(participant, this::reportFailure));
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  @Override
  public void search() {
    search.requestFocus();
  }

  @Override
  public void close() {
    rows.close();
    table.close();
  }
}
