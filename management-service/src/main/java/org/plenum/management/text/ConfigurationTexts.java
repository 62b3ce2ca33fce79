package org.plenum.management.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.ObjectChange;
import org.plenum.management.change.Rehearsal;
import org.plenum.management.change.SecretMask;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.management.version.FieldDifference;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/** Writes the configuration as a text, and makes it be like a text. Safe for several threads. */
public final class ConfigurationTexts {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String HEADING =
      """
      # Configuration of a Plenum platform.
      # Fields that are not listed have their default. Objects refer to each other by name.
      # {secret: kept} stands for a secret that is set; put a text in its place to change it.
      """;

  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final Ownerships ownerships;
  private final TextObjects objects;

  /** Texts of the configuration in a store. */
  public ConfigurationTexts(ConfigurationStore store, ChangeSets changeSets) {
    this.store = store;
    this.changeSets = changeSets;
    this.ownerships = new Ownerships(store.catalog());
    this.objects = new TextObjects(store.catalog(), ownerships);
  }

  /** The configuration; the same bytes for the same configuration. */
  public String export() {
    ObjectNode content = store.read(reader -> new StoredText(reader, ownerships, objects).write());
    return HEADING + Yaml.write(content);
  }

  /**
   * Says what a text would do.
   *
   * @param prune whether what the sections of the text do not have is deleted
   * @throws TextRefusedException if the text is wrong or breaks a rule
   */
  public TextOutcome compare(String text, boolean prune) {
    return rehearsed(new TextPlan(store.catalog(), Yaml.read(text), prune));
  }

  /**
   * Says what a text would do to somebody who may look at the configuration, but not change it. A
   * text that gives secrets is refused: that there is no difference would tell them.
   *
   * @throws TextRefusedException if the text is wrong, breaks a rule or gives a secret
   */
  public TextOutcome compareWithoutSecrets(String text, boolean prune) {
    return rehearsed(new TextPlan(store.catalog(), Yaml.read(text), prune).withoutSecrets());
  }

  /**
   * Makes the configuration be like a text, in one change set.
   *
   * @param expected version that the configuration must still have
   * @throws TextRefusedException if the text is wrong or breaks a rule
   * @throws org.plenum.management.version.StaleVersionException if the configuration has another
   *     version than expected
   */
  public long apply(String author, String text, boolean prune, OptionalLong expected) {
    TextPlan plan = new TextPlan(store.catalog(), Yaml.read(text), prune).expecting(expected);
    return switch (changeSets.apply(author, ChangeSource.TEXT, plan)) {
      case Accepted accepted -> accepted.version();
      case Rejected rejected -> throw new TextRefusedException(plan.problems(rejected));
    };
  }

  private TextOutcome rehearsed(TextPlan plan) {
    Rehearsal rehearsal = changeSets.rehearse(ChangeSource.TEXT, plan);
    if (rehearsal.result() instanceof Rejected rejected) {
      throw new TextRefusedException(plan.problems(rejected));
    }
    return new TextOutcome(
        plan.current(), rehearsal.changes().stream().map(change -> change(plan, change)).toList());
  }

  private TextChange change(TextPlan plan, ObjectChange change) {
    ResourceType<?> type = change.type();
    List<FieldDifference> fields = new ArrayList<>();
    Values before = change.before().map(StoredObject::values).orElse(Values.EMPTY);
    Values after = change.after().map(StoredObject::values).orElse(Values.EMPTY);
    if (change.kind() == ObjectChange.Kind.CREATE) {
      objects
          .write(type, after, plan::name)
          .properties()
          .forEach(
              entry ->
                  fields.add(
                      new FieldDifference(
                          entry.getKey(),
                          NODES.missingNode(),
                          entry.getValue().equals(TextObjects.KEPT)
                              ? NODES.textNode(SecretMask.of(false))
                              : entry.getValue())));
    } else if (change.kind() == ObjectChange.Kind.UPDATE) {
      for (FieldType field : type.fields()) {
        if (field.kind().isStored()
            && !field.readOnly()
            && !Objects.equals(before.get(field.name()), after.get(field.name()))) {
          fields.add(
              new FieldDifference(
                  field.name(),
                  shown(plan, field, before, false),
                  shown(plan, field, after, true)));
        }
      }
    }
    return new TextChange(change.kind(), type.name(), plan.name(type, change.id()), fields);
  }

  private JsonNode shown(TextPlan plan, FieldType field, Values values, boolean changed) {
    JsonNode node = objects.write(field, values.get(field.name()), plan::name);
    return node.equals(TextObjects.KEPT) ? NODES.textNode(SecretMask.of(changed)) : node;
  }
}
