package org.plenum.console.resource.editor;

import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.console.resource.ResourceFormViewModel;
import org.plenum.console.text.Times;
import org.plenum.model.config.FieldType;

/** Makes the control that fits a field's kind. */
public final class FieldEditors {
  private final ConfigurationClient client;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final Times times;

  /** Editors that search by a client. */
  public FieldEditors(
      ConfigurationClient client, TaskExecutor tasks, Messages messages, Times times) {
    this.client = client;
    this.tasks = tasks;
    this.messages = messages;
    this.times = times;
  }

  /** The control of a field of a form. */
  public FieldEditor of(FieldModel field, ResourceFormViewModel form) {
    FieldEditor editor = make(field, form);
    editor.view().setId("field-" + field.type().name());
    return editor;
  }

  private FieldEditor make(FieldModel field, ResourceFormViewModel form) {
    FieldType type = field.type();
    if (type.readOnly()) {
      return new ShownText(field, times);
    }
    return switch (type.kind()) {
      case TEXT -> text(field, form);
      case INTEGER -> new NumberEditor(field);
      case BOOLEAN -> new SwitchEditor(field);
      case CHOICE -> new ChoiceEditor(field);
      case REFERENCE -> new ReferenceEditor(field, references(type), tasks, messages);
      case REFERENCES -> new DualListEditor(field, references(type), tasks, messages);
      case CHILDREN -> new ChildrenEditor(field, client.catalog().target(type), form, messages);
      case TEXTS -> new TextsEditor(field);
      case CHOICES -> new ChoicesEditor(field);
      case TIME -> new ShownText(field, times);
    };
  }

  private FieldEditor text(FieldModel field, ResourceFormViewModel form) {
    if (field.type().secret() && !field.type().multiline()) {
      return TextEditor.secret(field, form.exists() ? messages.get("form.secret.unchanged") : "");
    }
    return field.type().multiline() ? TextEditor.multiLine(field) : TextEditor.singleLine(field);
  }

  private References references(FieldType type) {
    return new References(client, client.catalog().target(type));
  }
}
