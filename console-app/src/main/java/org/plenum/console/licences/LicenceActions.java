package org.plenum.console.licences;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FileChoice;
import org.plenum.model.resource.LicenceAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the administrator, has it done, and tells what came of it (SYS-261, SYS-262, SYS-264). */
final class LicenceActions {
  private static final Logger LOG = LoggerFactory.getLogger(LicenceActions.class);

  private final LicencesModel model;
  private final Messages messages;
  private final Supplier<Dialogs> dialogs;
  private final FileChoice fileChoice;

  LicenceActions(
      LicencesModel model, Messages messages, Supplier<Dialogs> dialogs, FileChoice fileChoice) {
    this.model = model;
    this.messages = messages;
    this.dialogs = dialogs;
    this.fileChoice = fileChoice;
  }

  void giveBack(ConfigurationObject licence) {
    dialogs
        .get()
        .confirmDanger(
            messages.get("licences.return.title"),
            messages.get("licences.return.text", licence.title()),
            List.of(),
            messages.get("licences.return"),
            () ->
                model.perform(
                    licence,
                    LicenceAction.RETURN,
                    there -> tell(there, messages.get("licences.return.done", licence.title())),
                    this::failed));
  }

  void repair(ConfigurationObject licence) {
    dialogs
        .get()
        .confirmDanger(
            messages.get("licences.repair.title"),
            messages.get("licences.repair.text", licence.title()),
            List.of(),
            messages.get("licences.repair"),
            () ->
                model.perform(
                    licence,
                    LicenceAction.REPAIR,
                    there -> tell(there, messages.get("licences.repair.done", licence.title())),
                    this::failed));
  }

  /** A stored request tells why it has to wait. */
  private void tell(Optional<ConfigurationObject> there, String done) {
    dialogs
        .get()
        .notice(
            there
                .filter(object -> object.type().equals(model.requestType()))
                .map(
                    request ->
                        messages.get(
                            "licences.waiting", request.title(), request.values().text("status")))
                .orElse(done));
  }

  void export(ConfigurationObject request) {
    fileChoice
        .saveAs("licence-request-" + request.values().text("sequence_number") + ".xml")
        .ifPresent(
            file ->
                model.export(
                    request,
                    file,
                    saved -> dialogs.get().notice(messages.get("licences.export.done", saved)),
                    this::failed));
  }

  void complete(ConfigurationObject request) {
    fileChoice
        .open()
        .ifPresent(
            file ->
                model.complete(
                    request,
                    file,
                    there -> dialogs.get().notice(completed(request)),
                    this::failed));
  }

  private String completed(ConfigurationObject request) {
    String action = request.values().text("actions");
    String key =
        action.equals(LicenceAction.RETURN.wire())
            ? "licences.return.done"
            : action.equals(LicenceAction.REPAIR.wire())
                ? "licences.repair.done"
                : "licences.complete.activate";
    return messages.get(key, request.title());
  }

  void discard(ConfigurationObject request) {
    dialogs
        .get()
        .confirmDanger(
            messages.get("licences.discard.title"),
            messages.get("licences.discard.text", request.title()),
            List.of(),
            messages.get("licences.discard"),
            () ->
                model.discard(
                    request,
                    () ->
                        dialogs
                            .get()
                            .notice(messages.get("licences.discard.done", request.title())),
                    this::failed));
  }

  void saveTable() {
    fileChoice
        .saveAs("licence.csv")
        .ifPresent(
            file ->
                model.saveTable(
                    file,
                    rows -> dialogs.get().notice(messages.get("list.save-table.done", rows, file)),
                    this::failed));
  }

  private void failed(Exception failure) {
    switch (failure) {
      case RefusedException refused ->
          dialogs
              .get()
              .explain(
                  messages.get("licences.refused"),
                  String.join("\n", LicencesModel.reasons(refused)),
                  List.of());
      case LicencesModel.TooLargeException _ ->
          dialogs.get().failure(messages.get("licences.complete.too-large"));
      case IOException e -> {
        LOG.warn("a file of a licence cannot be read or written", e);
        dialogs.get().failure(messages.get("licences.file-failed"));
      }
      default -> {
        LOG.warn("something could not be done with a licence", failure);
        dialogs.get().failure(messages.get("error.unreachable"));
      }
    }
  }
}
