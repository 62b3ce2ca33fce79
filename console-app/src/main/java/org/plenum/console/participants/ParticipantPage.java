package org.plenum.console.participants;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.Property;
import org.plenum.console.control.PropertyGrid;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;
import org.plenum.model.access.Permission;
import org.plenum.rpc.status.ParticipantStatus;

/** Everything about one connected participant (DIAG-115 to DIAG-191). */
public final class ParticipantPage extends StatusPage {
  private final String id;
  private final Workspace workspace;
  private final Messages messages;
  private final PropertyGrid<ParticipantStatus> grid;
  private final StreamTable streams;
  private final Node details;
  private final Runnable untick;
  private final MapChangeListener<String, ParticipantStatus> listener =
      change -> {
        if (change.getKey().equals(id())) {
          show();
        }
      };

  private final List<Button> actions = new ArrayList<>();

  /** The page of a participant, who may be gone already. */
  public ParticipantPage(String id, Workspace workspace, Navigator navigator) {
    super("participant", workspace.messages().get("page.participant"), workspace.messages());
    this.id = id;
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.grid = new PropertyGrid<>("participant-", properties());
    this.streams = new StreamTable(messages);
    Toolbar toolbar = toolbar(navigator);
    Label heading = new Label(messages.get("participant.streams"));
    heading.getStyleClass().add(Styles.TITLE_4);
    VBox.setVgrow(streams.view(), Priority.ALWAYS);
    VBox body = new VBox(18, grid.view(), heading, streams.view());
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    details = new VBox(14, toolbar.view(), scroll);
    VBox.setVgrow(details, Priority.ALWAYS);
    workspace.board().participants().addListener(listener);
    untick = workspace.ticker().onTick(this::show);
    show();
  }

  private String id() {
    return id;
  }

  private Toolbar toolbar(Navigator navigator) {
    Toolbar toolbar = new Toolbar();
    toolbar.button(
        "participant-conference",
        MaterialDesignV.VIDEO_OUTLINE,
        messages.get("participant.open-conference"),
        () -> {
          ParticipantStatus participant = current();
          if (participant != null) {
            navigator.open(new Route.ConferenceDetails(participant.getConferenceId()));
          }
        });
    toolbar.space();
    actions.add(
        toolbar.button(
            "participant-mute",
            MaterialDesignM.MICROPHONE_OFF,
            messages.get("participant.mute"),
            this::toggleMute));
    actions.add(
        toolbar.danger(
            "participant-disconnect",
            MaterialDesignP.PHONE_HANGUP,
            messages.get("participant.disconnect"),
            this::disconnect));
    actions.forEach(
        button ->
            button.setDisable(!workspace.session().user().may(Permission.MAY_CONTROL_CONFERENCES)));
    return toolbar;
  }

  private List<Property<ParticipantStatus>> properties() {
    ParticipantColumns columns =
        new ParticipantColumns(messages, workspace.times(), workspace.board());
    return List.of(
        property("alias", ParticipantStatus::getParticipantAlias),
        property("display_name", ParticipantStatus::getDisplayName),
        property("service", columns::service),
        property("destination", ParticipantStatus::getDestinationAlias),
        property("connect_time", p -> workspace.times().at(p.getConnectTime())),
        property("duration", p -> workspace.times().since(p.getConnectTime())),
        property("role", columns::role),
        property("protocol", ParticipantStatus::getProtocol),
        property("direction", p -> messages.value("direction.", p.getCallDirection())),
        property("encryption", ParticipantStatus::getEncryption),
        property("vendor", ParticipantStatus::getVendor),
        property("remote", ParticipantPage::remoteAddress),
        property("signalling_node", p -> workspace.board().nodeName(p.getSignallingNodeId())),
        property("media_node", p -> workspace.board().nodeName(p.getMediaNodeId())),
        property("bandwidth", p -> p.getRxBandwidth() + " / " + p.getTxBandwidth()),
        property("muted", p -> yesOrNo(p.getIsMuted())),
        property("on_hold", p -> yesOrNo(p.getIsOnHold())),
        property("presenting", p -> yesOrNo(p.getIsPresenting())),
        property("streaming", p -> yesOrNo(p.getIsStreaming())),
        property("call_id", ParticipantStatus::getCallUuid));
  }

  private Property<ParticipantStatus> property(
      String id, Function<ParticipantStatus, String> text) {
    return new Property<>(id, messages.get("participant." + id), text);
  }

  private static String remoteAddress(ParticipantStatus participant) {
    return participant.getRemotePort() == 0
        ? participant.getRemoteAddress()
        : participant.getRemoteAddress() + ":" + participant.getRemotePort();
  }

  private String yesOrNo(boolean value) {
    return messages.get(value ? "value.yes" : "value.no");
  }

  private @Nullable ParticipantStatus current() {
    return workspace.board().participants().get(id);
  }

  private void show() {
    ParticipantStatus participant = current();
    if (participant == null) {
      setContent(
          EmptyState.of(MaterialDesignA.ACCOUNT_OFF_OUTLINE, messages.get("participant.gone")));
      return;
    }
    setTitle(
        participant.getDisplayName().isEmpty()
            ? participant.getParticipantAlias()
            : participant.getDisplayName());
    grid.show(participant);
    streams.show(participant.getMediaStreamsList());
    actions.getFirst().setText(ParticipantsPage.muteText(messages, participant));
    if (!content().getChildrenUnmodifiable().contains(details)) {
      setContent(details);
    }
  }

  private void toggleMute() {
    ParticipantStatus participant = current();
    if (participant != null) {
      workspace.commands().muteParticipant(id, !participant.getIsMuted(), this::reportFailure);
    }
  }

  private void disconnect() {
    ParticipantStatus participant = current();
    if (participant != null) {
      new ParticipantDisconnect(workspace, dialogs()).ask(participant, this::reportFailure);
    }
  }

  @Override
  public void close() {
    untick.run();
    workspace.board().participants().removeListener(listener);
  }
}
