package org.plenum.console.conferences;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.LiveRow;
import org.plenum.console.control.LiveRows;
import org.plenum.console.control.StatusColumn;
import org.plenum.console.control.StatusTable;
import org.plenum.console.control.TableMemory;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;
import org.plenum.console.status.Conference;
import org.plenum.model.access.Permission;

/** All running conferences (DIAG-098 to DIAG-102). */
public final class ConferencesPage extends StatusPage {
  private final Workspace workspace;
  private final Messages messages;
  private final LiveRows<String, Conference> rows;
  private final StatusTable<Conference> table;
  private final TextField search;

  /** A page that follows the status board. */
  public ConferencesPage(Workspace workspace, Navigator navigator) {
    super("conferences", workspace.messages().get("page.conferences"), workspace.messages());
    this.workspace = workspace;
    this.messages = workspace.messages();
    rows = new LiveRows<>(workspace.board().conferences());
    table = new StatusTable<>("conferences-table", columns(), rows.rows(), workspace.ticker());
    TableMemory.attach(table.view(), "conferences", workspace.settings());
    table.onOpen(conference -> navigator.open(new Route.ConferenceDetails(conference.id())));
    table.placeholder(
        EmptyState.of(MaterialDesignV.VIDEO_OFF_OUTLINE, messages.get("conferences.empty")));
    Toolbar toolbar = new Toolbar();
    search =
        toolbar.search(
            "conferences-search",
            messages.get("action.search"),
            text -> rows.filter(conference -> matches(conference, text)));
    toolbar.space();
    addActions(toolbar);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    setContent(toolbar.view(), table.view());
  }

  private List<StatusColumn<Conference>> columns() {
    return List.of(
        StatusColumn.of("name", messages.get("conference.name"), Conference::name, 240),
        StatusColumn.ticking(
            "duration",
            messages.get("conference.duration"),
            conference -> workspace.times().since(conference.startTime()),
            conference -> -conference.startTime(),
            100),
        StatusColumn.ordered(
            "participants",
            messages.get("conference.participants"),
            conference -> String.valueOf(conference.participants().size()),
            conference -> conference.participants().size(),
            110),
        StatusColumn.of(
            "service_type",
            messages.get("conference.service_type"),
            conference -> messages.value("service-type.", conference.serviceType()),
            180),
        StatusColumn.of(
            "locked",
            messages.get("conference.locked"),
            conference -> conference.locked() ? messages.get("value.yes") : "",
            80),
        StatusColumn.of("tag", messages.get("conference.tag"), Conference::tag, 120));
  }

  private static boolean matches(Conference conference, String search) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return conference.name().toLowerCase(Locale.ROOT).contains(wanted)
        || conference.tag().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private void addActions(Toolbar toolbar) {
    ConferenceActions actions =
        new ConferenceActions(workspace, this::dialogs, this::reportFailure);
    Button lock =
        toolbar.button(
            "conferences-lock",
            MaterialDesignL.LOCK_OUTLINE,
            messages.get("conference.lock"),
            () -> table.selected().ifPresent(actions::toggleLock));
    Button disconnect =
        toolbar.danger(
            "conferences-disconnect",
            MaterialDesignP.PHONE_HANGUP,
            messages.get("conference.disconnect"),
            () -> table.selected().ifPresent(actions::disconnect));
    BooleanBinding disabled =
        Bindings.createBooleanBinding(
            () ->
                table.selectedProperty().get() == null
                    || !workspace.session().user().may(Permission.MAY_CONTROL_CONFERENCES),
            table.selectedProperty());
    lock.disableProperty().bind(disabled);
    disconnect.disableProperty().bind(disabled);
    lock.textProperty()
        .bind(
            table
                .selectedProperty()
                .flatMap(LiveRow::valueProperty)
                .map(actions::lockText)
                .orElse(messages.get("conference.lock")));
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
