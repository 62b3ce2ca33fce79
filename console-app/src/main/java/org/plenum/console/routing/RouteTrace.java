package org.plenum.console.routing;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.plenum.console.control.EmptyState;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Route;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.rpc.console.RouteObject;
import org.plenum.rpc.console.RouteStep;
import org.plenum.rpc.console.TestRouteReply;
import org.plenum.rpc.console.TestRouteReply.Decision;

/** A decision and the steps that led to it, with links to the services and rules concerned. */
final class RouteTrace {
  private final ResourceCatalog catalog;
  private final Messages messages;
  private final Navigator navigator;
  private final VBox root = new VBox(10);

  RouteTrace(ResourceCatalog catalog, Messages messages, Navigator navigator) {
    this.catalog = catalog;
    this.messages = messages;
    this.navigator = navigator;
    root.setId("tester-answer");
  }

  Node view() {
    return root;
  }

  void show(Optional<TestRouteReply> reply) {
    if (reply.isEmpty()) {
      root.setAlignment(Pos.CENTER);
      root.getChildren()
          .setAll(EmptyState.of(MaterialDesignR.ROUTES, messages.get("tester.empty")));
      return;
    }
    root.setAlignment(Pos.TOP_LEFT);
    root.getChildren().setAll(decision(reply.get()));
    Label heading = new Label(messages.get("tester.steps"));
    heading.getStyleClass().add(Styles.TITLE_4);
    root.getChildren().add(heading);
    List<RouteStep> steps = reply.get().getStepsList();
    for (int i = 0; i < steps.size(); i++) {
      root.getChildren().add(step(i, steps.get(i)));
    }
  }

  private Node decision(TestRouteReply reply) {
    boolean rejected = reply.getDecision() == Decision.REJECTED;
    Label text = new Label(decisionText(reply));
    text.setId("tester-decision");
    text.setWrapText(true);
    text.getStyleClass().add(Styles.TITLE_4);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox box =
        new HBox(
            12,
            new FontIcon(
                rejected
                    ? MaterialDesignC.CLOSE_CIRCLE_OUTLINE
                    : MaterialDesignC.CHECK_CIRCLE_OUTLINE),
            text);
    if (reply.hasObject()) {
      link(reply.getObject(), "tester-open").ifPresent(box.getChildren()::add);
    }
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("route-decision", rejected ? "refused" : "taken");
    return box;
  }

  private String decisionText(TestRouteReply reply) {
    return switch (reply.getDecision()) {
      case SERVICE ->
          messages.get(
              reply.getExtension().isEmpty()
                  ? "tester.decision.service"
                  : "tester.decision.service-extension",
              messages.value("service-type.", reply.getObject().getServiceType()),
              reply.getObject().getLabel());
      case RULE ->
          messages.get("tester.decision.rule", reply.getObject().getLabel(), reply.getAlias());
      case REJECTED, UNRECOGNIZED -> messages.get("tester.decision.rejected", reply.getReason());
    };
  }

  private Node step(int index, RouteStep step) {
    Label number = new Label(String.valueOf(index + 1));
    number.getStyleClass().addAll(Styles.TEXT_MUTED, "route-step-number");
    FontIcon icon = new FontIcon(icon(step.getOutcome()));
    icon.getStyleClass().add("route-step-icon");
    Label text = new Label(step.getText());
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(10, number, icon, text);
    if (step.hasObject()) {
      link(step.getObject(), "tester-step-" + index + "-open").ifPresent(line.getChildren()::add);
    }
    line.setId("tester-step-" + index);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("route-step", style(step.getOutcome()));
    return line;
  }

  private static Ikon icon(RouteStep.Outcome outcome) {
    return switch (outcome) {
      case SKIPPED -> MaterialDesignD.DEBUG_STEP_OVER;
      case TAKEN -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case REFUSED -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
      case NOTE, UNRECOGNIZED -> MaterialDesignC.CHEVRON_RIGHT;
    };
  }

  private static String style(RouteStep.Outcome outcome) {
    return switch (outcome) {
      case SKIPPED -> "skipped";
      case TAKEN -> "taken";
      case REFUSED -> "refused";
      case NOTE, UNRECOGNIZED -> "note";
    };
  }

  private Optional<Hyperlink> link(RouteObject object, String id) {
    Map<String, String> values =
        object.getServiceType().isEmpty()
            ? Map.of()
            : Map.of("service_type", object.getServiceType());
    return ResourcePage.showing(object.getResource(), values, catalog, messages)
        .map(
            page -> {
              Hyperlink open = new Hyperlink(messages.get("tester.open"));
              open.setId(id);
              open.setMinWidth(Hyperlink.USE_PREF_SIZE);
              open.setOnAction(event -> navigator.open(new Route.EditObject(page, object.getId())));
              return open;
            });
  }
}
