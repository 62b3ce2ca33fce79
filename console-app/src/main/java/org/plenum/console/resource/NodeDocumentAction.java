package org.plenum.console.resource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Workspace;
import org.plenum.rpc.console.NodeDocumentReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the document that a node enrols with, and saves it to a file (INST-161). */
final class NodeDocumentAction {
  private static final Logger LOG = LoggerFactory.getLogger(NodeDocumentAction.class);

  private final Workspace workspace;
  private final Messages messages;
  private final Dialogs dialogs;
  private final FileChoice fileChoice;

  NodeDocumentAction(Workspace workspace, Dialogs dialogs, FileChoice fileChoice) {
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.dialogs = dialogs;
    this.fileChoice = fileChoice;
  }

  /** Asks first: documents that were made earlier become worthless. */
  void ask(ConfigurationObject node) {
    dialogs.confirmDanger(
        messages.get("node-document.title"),
        messages.get("node-document.text", node.title()),
        List.of(),
        messages.get("node-document.confirm"),
        () -> create(node));
  }

  private void create(ConfigurationObject node) {
    workspace
        .tasks()
        .run(
            () -> workspace.configuration().createNodeDocument(node.id()),
            document ->
                fileChoice.saveAs(document.getFileName()).ifPresent(file -> save(document, file)),
            this::failed);
  }

  private void save(NodeDocumentReply document, Path file) {
    workspace
        .tasks()
        .run(
            () -> Files.write(file, document.getDocument().toByteArray()),
            saved ->
                dialogs.notice(
                    messages.get(
                        "node-document.saved", file, workspace.times().at(document.getExpires()))),
            this::failed);
  }

  private void failed(Exception failure) {
    LOG.warn("the node's document could not be made or saved", failure);
    dialogs.failure(messages.get("node-document.failed"));
  }
}
