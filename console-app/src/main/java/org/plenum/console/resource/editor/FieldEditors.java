package org.plenum.console.resource.editor;

import java.util.Optional;
import java.util.Set;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ServerNames;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FieldModel;
import org.plenum.console.resource.FileChoice;
import org.plenum.console.resource.ResourceFormViewModel;
import org.plenum.console.text.Times;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Syntax;
import org.plenum.model.template.TemplateDialect;

/** Makes the control that fits a field's kind. */
public final class FieldEditors {
  private static final Set<Syntax> PEM = Set.of(Syntax.CERTIFICATE_PEM, Syntax.PRIVATE_KEY_PEM);
  private static final String DSCP = "_qos";
  private static final String DISABLED = "disabled_";
  private static final String DIRECTORY_GROUP = "ldap_group_dn";
  private static final String COMMON_NAME = "subject_name";
  private static final String FURTHER_NAMES = "additional_subject_alt_names";

  private final ConfigurationClient client;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final Times times;
  private final FileChoice fileChoice;
  private final InlineCreation creation;

  /** Editors that search by a client. */
  public FieldEditors(
      ConfigurationClient client,
      TaskExecutor tasks,
      Messages messages,
      Times times,
      FileChoice fileChoice,
      InlineCreation creation) {
    this.client = client;
    this.tasks = tasks;
    this.messages = messages;
    this.times = times;
    this.fileChoice = fileChoice;
    this.creation = creation;
  }

  /** The control of a field of a form. */
  public FieldEditor of(FieldModel field, ResourceFormViewModel form) {
    FieldEditor editor = make(field, form);
    editor.control().setId("field-" + field.type().name());
    return editor;
  }

  private FieldEditor make(FieldModel field, ResourceFormViewModel form) {
    FieldType type = field.type();
    if (type.readOnly()) {
      return new ShownText(field, times);
    }
    return switch (type.kind()) {
      case TEXT -> text(field, form);
      case INTEGER ->
          type.name().endsWith(DSCP) ? new DscpEditor(field, messages) : new NumberEditor(field);
      case BOOLEAN -> new SwitchEditor(field);
      case CHOICE -> new ChoiceEditor(field);
      case REFERENCE ->
          new ReferenceEditor(field, references(type), creationFor(field), tasks, messages);
      case INVERSE ->
          new DualListEditor(field, references(type), creationFor(field), tasks, messages);
      case REFERENCES ->
          client.catalog().target(type).managed()
              ? new CatalogueEditor(field, references(type), tasks, messages)
              : new DualListEditor(field, references(type), creationFor(field), tasks, messages);
      case CHILDREN -> new ChildrenEditor(field, client.catalog().target(type), form, messages);
      case TEXTS -> new TextsEditor(field);
      case CHOICES ->
          type.name().startsWith(DISABLED)
              ? new EnabledChoicesEditor(field, messages)
              : new ChoicesEditor(field);
      case TIME -> new TimeEditor(field, times);
    };
  }

  private FieldEditor text(FieldModel field, ResourceFormViewModel form) {
    FieldType type = field.type();
    boolean pem = type.syntax().filter(PEM::contains).isPresent();
    if (type.secret() && (!type.multiline() || !field.editable())) {
      return new SecretEditor(
          field,
          form.exists(),
          form.secretsSetProperty().map(set -> set.contains(type.name())),
          messages);
    }
    if (pem) {
      return new PemEditor(field, fileChoice, tasks, messages, times);
    }
    if (type.syntax().equals(Optional.of(Syntax.REGEX))) {
      String replacement = type.name().replace("match", "replace");
      return new RegexEditor(
          field, form.field(replacement).filter(other -> other != field), messages);
    }
    Optional<TemplateDialect> dialect = type.syntax().flatMap(Syntax::dialect);
    if (dialect.isPresent()) {
      return new TemplateEditor(field, dialect.get(), messages);
    }
    ServerNames serverNames = new ServerNames(client);
    return switch (type.name()) {
      case DIRECTORY_GROUP -> new SuggestionEditor(field, client::directoryGroups, tasks);
      case COMMON_NAME -> new SuggestionEditor(field, serverNames::all, tasks);
      case FURTHER_NAMES -> new NameListEditor(field, serverNames::all, tasks, messages);
      default -> type.multiline() ? TextEditor.multiLine(field) : TextEditor.singleLine(field);
    };
  }

  private Optional<InlineCreation> creationFor(FieldModel field) {
    ResourceType<?> target = client.catalog().target(field.type());
    boolean possible = field.editable() && !target.singleton() && creation.allows(target);
    return possible ? Optional.of(creation) : Optional.empty();
  }

  private References references(FieldType type) {
    return new References(client, client.catalog().targets(type));
  }
}
