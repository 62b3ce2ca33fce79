package org.plenum.console.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;

/** Deletes objects after saying what goes with them, or explains why they cannot be deleted. */
final class ObjectDeletion {
  private static final int NAMES_SHOWN = 3;

  private final ResourceListViewModel model;
  private final Dialogs dialogs;
  private final Messages messages;

  ObjectDeletion(ResourceListViewModel model, Dialogs dialogs, Messages messages) {
    this.model = model;
    this.dialogs = dialogs;
    this.messages = messages;
  }

  void ask(List<ConfigurationObject> objects) {
    model.dependents(
        objects, dependents -> confirm(objects, dependents), failure -> explainFailure());
  }

  private void confirm(
      List<ConfigurationObject> objects, ResourceListViewModel.Dependents dependents) {
    String names = names(objects);
    if (!dependents.blocking().isEmpty()) {
      dialogs.explain(
          messages.get("delete.blocked.title"),
          messages.get("delete.blocked.text", names),
          dependents.blocking());
      return;
    }
    String text =
        dependents.deletedToo().isEmpty()
            ? messages.get("delete.text", names)
            : messages.get("delete.text.with", names);
    dialogs.confirmDanger(
        messages.get("delete.title"),
        text,
        dependents.deletedToo(),
        messages.get("action.delete"),
        () -> delete(objects, names));
  }

  private void delete(List<ConfigurationObject> objects, String names) {
    model.delete(
        objects,
        () -> dialogs.notice(messages.get("delete.done", names)),
        this::explainRefusal,
        failure -> explainFailure());
  }

  private void explainRefusal(RefusedException refused) {
    List<String> reasons = new ArrayList<>();
    refused.all().messages().values().forEach(reasons::addAll);
    dialogs.explain(messages.get("delete.blocked.title"), messages.get("delete.refused"), reasons);
  }

  private void explainFailure() {
    dialogs.explain(
        messages.get("delete.blocked.title"), messages.get("error.unreachable"), List.of());
  }

  private String names(List<ConfigurationObject> objects) {
    String first =
        objects.stream()
            .limit(NAMES_SHOWN)
            .map(ConfigurationObject::title)
            .collect(Collectors.joining(", "));
    return objects.size() <= NAMES_SHOWN
        ? first
        : messages.get("delete.more", first, objects.size() - NAMES_SHOWN);
  }
}
