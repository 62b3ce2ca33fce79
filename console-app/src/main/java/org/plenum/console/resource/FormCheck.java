package org.plenum.console.resource;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.plenum.model.config.CanonicalForm;
import org.plenum.model.config.Child;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/** The declared rules that need no other object; the server checks all of them again. */
final class FormCheck {
  private final ResourceCatalog catalog;
  private final Validator validator;
  private final ResourceType<?> type;
  private final InstantSource clock;
  private final String twice;

  /**
   * The rules of a resource.
   *
   * @param twice message for a child whose unique value another child has
   */
  FormCheck(ResourceCatalog catalog, ResourceType<?> type, InstantSource clock, String twice) {
    this.catalog = catalog;
    this.validator = new Validator(catalog);
    this.type = type;
    this.clock = clock;
    this.twice = twice;
  }

  /**
   * What is wrong with the values of a form.
   *
   * @param concerned whether the form is the place to correct a field
   */
  Violations check(Values form, Predicate<String> concerned) {
    Violations.Builder violations = new Violations.Builder();
    validator
        .validateAlone(type, type.withDefaults(type.stored(form), clock.instant()))
        .messages()
        .forEach(
            (name, texts) -> {
              if (concerned.test(name)) {
                texts.forEach(text -> violations.add(name, text));
              }
            });
    type.childFields().forEach(list -> violations.addAll(checkChildren(list, form)));
    return violations.build();
  }

  private Violations checkChildren(FieldType list, Values form) {
    ResourceType<?> childType = catalog.target(list);
    List<?> children = form.list(list.name());
    Violations.Builder violations = new Violations.Builder();
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < children.size(); i++) {
      Values child = ((Child) children.get(i)).values();
      for (FieldType field : childType.fields()) {
        String value = CanonicalForm.caseless(child.text(field.name()).strip());
        if (field.unique() && !value.isEmpty() && !seen.add(List.of(field.name(), value))) {
          violations.add(list.name() + "[" + i + "]." + field.name(), twice);
        }
      }
      Map<String, List<String>> found =
          new LinkedHashMap<>(
              validator
                  .validateAlone(childType, childType.withDefaults(child, clock.instant()))
                  .messages());
      found.remove(list.owner().orElseThrow().by());
      violations.addAll(new Violations(found).within(list.name() + "[" + i + "]"));
    }
    return violations.build();
  }
}
