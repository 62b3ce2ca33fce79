package org.plenum.console.versions;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.rpc.console.PreviewRollbackReply;
import org.plenum.rpc.console.RollbackReply;

/** Rolls back after saying what will happen, or explains why that is not possible. */
final class RollbackDialog {
  private static final int MAX_LINES = 200;

  private final VersionsModel model;
  private final Dialogs dialogs;
  private final Messages messages;

  RollbackDialog(VersionsModel model, Dialogs dialogs, Messages messages) {
    this.model = model;
    this.dialogs = dialogs;
    this.messages = messages;
  }

  void ask(long version) {
    model.preview(version, preview -> show(version, preview), failure -> failed(version, failure));
  }

  private void show(long version, PreviewRollbackReply preview) {
    String number = String.valueOf(version);
    if (preview.getProblemsCount() > 0) {
      refused(version, preview.getProblemsList());
    } else if (preview.getChangesCount() == 0) {
      dialogs.explain(
          messages.get("page.versions"),
          messages.get("versions.rollback.nothing", number),
          notes(preview));
    } else {
      dialogs.confirmDanger(
          messages.get("versions.rollback.title", number),
          messages.get("versions.rollback.text", number),
          lines(preview),
          messages.get("versions.rollback.action"),
          () -> rollBack(version, preview.getCurrent()));
    }
  }

  private List<String> lines(PreviewRollbackReply preview) {
    List<String> lines = new ArrayList<>(notes(preview));
    preview.getChangesList().stream().limit(MAX_LINES).map(model::announcement).forEach(lines::add);
    long more = preview.getTotalCount() - Math.min(MAX_LINES, preview.getChangesCount());
    if (more > 0) {
      lines.add(messages.get("versions.rollback.more", more));
    }
    return lines;
  }

  private List<String> notes(PreviewRollbackReply preview) {
    return preview.getNotesList().stream()
        .map(note -> messages.get("versions.rollback.note", note))
        .toList();
  }

  private void rollBack(long version, long expected) {
    model.rollback(
        version, expected, reply -> done(version, reply), failure -> failed(version, failure));
  }

  private void done(long version, RollbackReply reply) {
    if (reply.getProblemsCount() > 0) {
      refused(version, reply.getProblemsList());
      return;
    }
    dialogs.notice(
        messages.get(
            "versions.rollback.done", String.valueOf(version), String.valueOf(reply.getVersion())));
    model.reload();
  }

  private void refused(long version, List<String> problems) {
    dialogs.explain(
        messages.get("versions.rollback.refused", String.valueOf(version)),
        messages.get("versions.rollback.reasons"),
        problems);
  }

  private void failed(long version, Exception failure) {
    boolean stale =
        failure instanceof StatusRuntimeException answer
            && answer.getStatus().getCode() == Status.Code.FAILED_PRECONDITION;
    dialogs.explain(
        messages.get("versions.rollback.refused", String.valueOf(version)),
        messages.get(stale ? "versions.rollback.stale" : "error.unreachable"),
        List.of());
  }
}
