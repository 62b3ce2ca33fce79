package org.plenum.console.resource;

import javafx.stage.Window;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Workspace;
import org.plenum.model.config.ResourceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what came of saving a form. */
final class SavedNotice {
  private static final Logger LOG = LoggerFactory.getLogger(SavedNotice.class);

  private final ResourceType<?> type;
  private final Workspace workspace;
  private final Messages messages;

  /** For forms of a resource. */
  SavedNotice(ResourceType<?> type, Workspace workspace) {
    this.type = type;
    this.workspace = workspace;
    this.messages = workspace.messages();
  }

  /** Shows it above a window. */
  void show(ResourceFormViewModel.Saved saved, Window window) {
    new Dialogs(window, messages).notice(text(saved.object()));
    if (saved.needsRestart()) {
      tellWhatToRestart(saved.object(), window);
    }
  }

  /** Where something else came of it than was asked for, its status tells why. */
  private String text(ConfigurationObject object) {
    return object.type().equals(type)
        ? messages.get("form.saved", object.title())
        : messages.get(
            "form.stored-instead",
            object.type().label(),
            object.title(),
            object.values().text("status"));
  }

  private void tellWhatToRestart(ConfigurationObject object, Window window) {
    workspace
        .tasks()
        .run(
            () -> new NodesToRestart(workspace.configuration()).of(object),
            names -> {
              if (!names.isEmpty() && window.isShowing()) {
                new Dialogs(window, messages)
                    .explain(
                        messages.get("form.restart.title"),
                        messages.get("form.restart.text"),
                        names);
              }
            },
            failure -> LOG.warn("the nodes to restart could not be found", failure));
  }
}
