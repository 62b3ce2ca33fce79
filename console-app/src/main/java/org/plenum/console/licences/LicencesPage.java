package org.plenum.console.licences;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.LiveRow;
import org.plenum.console.control.LiveRows;
import org.plenum.console.control.StatusColumn;
import org.plenum.console.control.StatusTable;
import org.plenum.console.control.TableMemory;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FileChoice;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;
import org.plenum.model.access.Area;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.LicenceType;

/**
 * Licences and what they permit together, and below them the requests that wait for the answer of
 * the issuer (SYS-259).
 */
public final class LicencesPage extends StatusPage {
  private static final double REQUESTS_HEIGHT = 190;

  private final Workspace workspace;
  private final Messages messages;
  private final Navigator navigator;
  private final LicencesModel model;
  private final LicenceActions actions;
  private final boolean mayModify;
  private final LiveRows<Long, ConfigurationObject> licenceRows;
  private final LiveRows<Long, ConfigurationObject> requestRows;
  private final StatusTable<ConfigurationObject> licences;
  private final StatusTable<ConfigurationObject> requests;
  private final Label ports = new Label();
  private final Label audio = new Label();
  private final Runnable unsubscribe;
  private final List<Subscription> subscriptions = new ArrayList<>();

  /** A page that begins to fetch its rows. */
  public LicencesPage(Workspace workspace, Navigator navigator, FileChoice fileChoice) {
    super("licences", title(workspace), workspace.messages());
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.navigator = navigator;
    this.mayModify = workspace.session().user().permissions().mayModify(Area.LICENCES);
    this.model =
        new LicencesModel(
            workspace.configuration(),
            new ObjectText(workspace.configuration(), messages, workspace.times()),
            workspace.tasks());
    this.actions = new LicenceActions(model, messages, this::dialogs, fileChoice);
    this.licenceRows = new LiveRows<>(model.licences());
    this.requestRows = new LiveRows<>(model.requests());
    this.licences =
        new StatusTable<>(
            "licences-table",
            List.of(
                column(model.licenceType(), "entitlement_id", 225),
                column(model.licenceType(), "status", 78),
                column(model.licenceType(), "license_type", 58),
                column(model.licenceType(), "concurrent", 148),
                column(model.licenceType(), "concurrent_overdraft", 96),
                column(model.licenceType(), "start_date", 186),
                column(model.licenceType(), "expiration_date", 147)),
            licenceRows.rows(),
            workspace.ticker());
    this.requests =
        new StatusTable<>(
            "requests-table",
            List.of(
                column(model.requestType(), "sequence_number", 172),
                column(model.requestType(), "reference", 140),
                column(model.requestType(), "actions", 80),
                column(model.requestType(), "generation_time", 186),
                column(model.requestType(), "status", 360)),
            requestRows.rows(),
            workspace.ticker());
    TableMemory.attach(licences.view(), "licences", workspace.settings());
    TableMemory.attach(requests.view(), "licence-requests", workspace.settings());
    licences.onOpen(this::open);
    requests.onOpen(this::open);
    requests.placeholder(emptyRequests());
    requests.view().setPrefHeight(REQUESTS_HEIGHT);
    requests.view().setMinHeight(REQUESTS_HEIGHT);
    VBox.setVgrow(licences.view(), Priority.ALWAYS);
    Label heading = new Label(messages.get("licences.requests"));
    heading.getStyleClass().addAll(Styles.TITLE_4, "section-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    setContent(
        licenceBar(),
        new HBox(
            32, total("port", "licences.port", ports), total("audio", "licences.audio", audio)),
        licences.view(),
        heading,
        requestBar(),
        requests.view());
    unsubscribe = workspace.link().onConfigurationChanged(model::configurationChanged);
    subscriptions.add(model.stateProperty().subscribe(this::show));
    InvalidationListener changed = observable -> showTotals();
    model.licences().addListener(changed);
    showTotals();
    model.load();
  }

  private static String title(Workspace workspace) {
    return pageOf(workspace, "licence").title();
  }

  private static ResourcePage pageOf(Workspace workspace, String resource) {
    return ResourcePage.of(
            workspace.configuration().catalog().find(resource).orElseThrow(),
            workspace.configuration().catalog(),
            workspace.messages())
        .orElseThrow();
  }

  private StatusColumn<ConfigurationObject> column(
      ResourceType<?> type, String name, double width) {
    FieldType field = type.field(name).orElseThrow();
    return field.kind() == Kind.INTEGER
        ? StatusColumn.ordered(
            name,
            field.label(),
            object -> text(field, object),
            object -> Objects.requireNonNullElse(object.values().number(name), 0L),
            width)
        : StatusColumn.ordered(
            name,
            field.label(),
            object -> text(field, object),
            object -> order(field, object),
            width);
  }

  private String text(FieldType field, ConfigurationObject object) {
    return switch (object.values().get(field.name())) {
      case null -> "";
      case Instant time -> workspace.times().at(time);
      case String choice when field.kind() == Kind.CHOICE -> field.choiceLabel(choice);
      case Object other -> other.toString();
    };
  }

  private String order(FieldType field, ConfigurationObject object) {
    return object.values().get(field.name()) instanceof Instant time
        ? time.toString()
        : text(field, object);
  }

  private Node licenceBar() {
    Toolbar bar = new Toolbar();
    bar.space();
    bar.icon(
        "licence-save-table",
        MaterialDesignT.TABLE_ARROW_DOWN,
        messages.get("list.save-table"),
        actions::saveTable);
    Button details =
        bar.button(
            "licence-details",
            MaterialDesignF.FILE_DOCUMENT_OUTLINE,
            messages.get("licences.details"),
            () -> licences.selected().ifPresent(this::open));
    enableFor(licences, details, licence -> true);
    if (mayModify) {
      enableFor(
          licences,
          bar.button(
              "licence-repair",
              MaterialDesignW.WRENCH_OUTLINE,
              messages.get("licences.repair"),
              on(licences, actions::repair)),
          LicencesModel::isCorrupt);
      enableFor(
          licences,
          bar.danger(
              "licence-return",
              MaterialDesignK.KEY_REMOVE,
              messages.get("licences.return"),
              on(licences, actions::giveBack)),
          licence -> true);
      bar.primary("licence-add", MaterialDesignP.PLUS, messages.get("licences.add"), this::create);
    }
    return bar.view();
  }

  private Node requestBar() {
    Toolbar bar = new Toolbar();
    bar.space();
    enableFor(
        requests,
        bar.button(
            "request-export",
            MaterialDesignD.DOWNLOAD_OUTLINE,
            messages.get("licences.export"),
            on(requests, actions::export)),
        request -> true);
    if (mayModify) {
      enableFor(
          requests,
          bar.button(
              "request-complete",
              MaterialDesignU.UPLOAD_OUTLINE,
              messages.get("licences.complete"),
              on(requests, actions::complete)),
          request -> true);
      enableFor(
          requests,
          bar.danger(
              "request-discard",
              MaterialDesignD.DELETE_OUTLINE,
              messages.get("licences.discard"),
              on(requests, actions::discard)),
          request -> true);
    }
    return bar.view();
  }

  private static Runnable on(
      StatusTable<ConfigurationObject> table, Consumer<ConfigurationObject> action) {
    return () -> table.selected().ifPresent(action);
  }

  private void enableFor(
      StatusTable<ConfigurationObject> table,
      Button button,
      Predicate<ConfigurationObject> condition) {
    subscriptions.add(
        table
            .selectedProperty()
            .flatMap(LiveRow::valueProperty)
            .subscribe(object -> button.setDisable(object == null || !condition.test(object))));
  }

  private Node total(String id, String key, Label value) {
    Label label = new Label(messages.get(key));
    label.getStyleClass().add(Styles.TEXT_MUTED);
    value.setId("licences-" + id);
    value.getStyleClass().add(Styles.TITLE_4);
    label.setLabelFor(value);
    return new VBox(2, label, value);
  }

  private Node emptyRequests() {
    Label text = new Label(messages.get("licences.requests.empty"));
    text.getStyleClass().add(Styles.TEXT_MUTED);
    return text;
  }

  private void show(LicencesModel.State state) {
    licences.placeholder(
        switch (state) {
          case LOADING -> new HBox();
          case LOADED ->
              EmptyState.of(MaterialDesignT.TICKET_OUTLINE, messages.get("licences.empty"));
          case FAILED ->
              EmptyState.of(MaterialDesignC.CLOUD_OFF_OUTLINE, messages.get("licences.failed"));
        });
  }

  private void showTotals() {
    ports.setText(text(model.total(LicenceType.PORT)));
    audio.setText(text(model.total(LicenceType.AUDIO)));
  }

  private String text(LicencesModel.Total total) {
    String calls = messages.get("licences.total", total.concurrent());
    return total.overdraft() == 0
        ? calls
        : calls + " " + messages.get("licences.overdraft", total.overdraft());
  }

  private void open(ConfigurationObject object) {
    navigator.open(new Route.EditObject(pageOf(workspace, object.type().name()), object.id()));
  }

  @Override
  public void create() {
    if (mayModify) {
      navigator.open(new Route.NewObject(pageOf(workspace, "licence")));
    }
  }

  @Override
  public void focus() {
    licences.view().requestFocus();
  }

  @Override
  public void refresh() {
    model.load();
  }

  @Override
  public void close() {
    unsubscribe.run();
    subscriptions.forEach(Subscription::unsubscribe);
    licences.close();
    requests.close();
    licenceRows.close();
    requestRows.close();
  }
}
