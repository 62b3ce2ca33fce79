package org.plenum.console.conferences;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.LiveRows;
import org.plenum.console.control.Property;
import org.plenum.console.control.PropertyGrid;
import org.plenum.console.control.StatusTable;
import org.plenum.console.control.TableMemory;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.participants.ParticipantColumns;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;
import org.plenum.console.status.Conference;
import org.plenum.model.access.Permission;
import org.plenum.rpc.status.ParticipantStatus;

/** One running conference with its participants (DIAG-103 to DIAG-109). */
public final class ConferencePage extends StatusPage {
  private final String id;
  private final Workspace workspace;
  private final Messages messages;
  private final ConferenceActions actions;
  private final PropertyGrid<Conference> grid;
  private final ObservableMap<String, ParticipantStatus> present =
      FXCollections.observableHashMap();
  private final LiveRows<String, ParticipantStatus> rows = new LiveRows<>(present);
  private final StatusTable<ParticipantStatus> table;
  private final Node details;
  private final Runnable untick;
  private final MapChangeListener<String, Conference> listener;
  private final List<Button> buttons = new ArrayList<>();

  /** The page of a conference, which may be over already. */
  public ConferencePage(String id, Workspace workspace, Navigator navigator) {
    super("conference", workspace.messages().get("page.conference"), workspace.messages());
    this.id = id;
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.actions = new ConferenceActions(workspace, this::dialogs, this::reportFailure);
    this.grid = new PropertyGrid<>("conference-", properties());
    this.table =
        new StatusTable<>(
            "conference-participants",
            new ParticipantColumns(messages, workspace.times(), workspace.board())
                .ofOneConference(),
            rows.rows(),
            workspace.ticker());
    TableMemory.attach(table.view(), "conference-participants", workspace.settings());
    table.onOpen(participant -> navigator.open(new Route.ParticipantDetails(participant.getId())));
    table.placeholder(
        EmptyState.of(MaterialDesignA.ACCOUNT_OFF_OUTLINE, messages.get("participants.empty")));
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    Label heading = new Label(messages.get("conference.participants"));
    heading.getStyleClass().add(Styles.TITLE_4);
    details = new VBox(16, toolbar().view(), grid.view(), heading, table.view());
    VBox.setVgrow(details, Priority.ALWAYS);
    listener =
        change -> {
          if (change.getKey().equals(id)) {
            show();
          }
        };
    workspace.board().conferences().addListener(listener);
    untick = workspace.ticker().onTick(this::show);
    show();
  }

  private Toolbar toolbar() {
    Toolbar toolbar = new Toolbar().space();
    buttons.add(
        toolbar.button(
            "conference-lock",
            MaterialDesignL.LOCK_OUTLINE,
            messages.get("conference.lock"),
            () -> withCurrent(actions::toggleLock)));
    buttons.add(
        toolbar.button(
            "conference-mute-guests",
            MaterialDesignM.MICROPHONE_OFF,
            messages.get("conference.mute-guests"),
            () -> withCurrent(actions::toggleMuteGuests)));
    buttons.add(
        toolbar.danger(
            "conference-disconnect",
            MaterialDesignP.PHONE_HANGUP,
            messages.get("conference.disconnect"),
            () -> withCurrent(actions::disconnect)));
    buttons.forEach(
        button ->
            button.setDisable(!workspace.session().user().may(Permission.MAY_CONTROL_CONFERENCES)));
    return toolbar;
  }

  private List<Property<Conference>> properties() {
    return List.of(
        property("service_type", c -> messages.value("service-type.", c.serviceType())),
        property("start_time", c -> workspace.times().at(c.startTime())),
        property("duration", c -> workspace.times().since(c.startTime())),
        property("locked", c -> messages.get(c.locked() ? "value.yes" : "value.no")),
        property("nodes", this::nodeNames),
        property("tag", Conference::tag));
  }

  private String nodeNames(Conference conference) {
    return conference.nodeIds().stream()
        .map(workspace.board()::nodeName)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private Property<Conference> property(String id, Function<Conference, String> text) {
    return new Property<>(id, messages.get("conference." + id), text);
  }

  private @Nullable Conference current() {
    return workspace.board().conferences().get(id);
  }

  private void withCurrent(Consumer<Conference> action) {
    Conference conference = current();
    if (conference != null) {
      action.accept(conference);
    }
  }

  private void show() {
    Conference conference = current();
    if (conference == null) {
      setContent(EmptyState.of(MaterialDesignV.VIDEO_OFF_OUTLINE, messages.get("conference.gone")));
      return;
    }
    setTitle(conference.name());
    grid.show(conference);
    Map<String, ParticipantStatus> now = new HashMap<>();
    conference.participants().forEach(participant -> now.put(participant.getId(), participant));
    present.keySet().retainAll(now.keySet());
    now.forEach(
        (key, participant) -> {
          if (!participant.equals(present.get(key))) {
            present.put(key, participant);
          }
        });
    buttons.get(0).setText(actions.lockText(conference));
    buttons.get(1).setText(actions.muteGuestsText(conference));
    if (!content().getChildrenUnmodifiable().contains(details)) {
      setContent(details);
    }
  }

  @Override
  public void close() {
    untick.run();
    workspace.board().conferences().removeListener(listener);
    rows.close();
    table.close();
  }
}
