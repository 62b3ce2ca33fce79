package org.plenum.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.config.FieldType;
import org.plenum.model.resource.PlenumResources;

class DeclaredTemplatesTest {
  private static final List<FieldType> FIELDS =
      PlenumResources.catalog().types().stream()
          .flatMap(type -> type.fields().stream())
          .filter(field -> field.syntax().flatMap(syntax -> syntax.dialect()).isPresent())
          .toList();

  @Test
  @Tag("SVC-232")
  @Tag("SYS-217")
  void defaultsAreValidTemplates() {
    assertThat(FIELDS).extracting(FieldType::name).contains("device_alias", "alias_4", "pin");
    assertThat(FIELDS)
        .allSatisfy(
            field -> {
              String text = String.valueOf(field.fallback().map(f -> f.value()).orElse(""));
              assertThat(
                      Template.problem(text, field.syntax().orElseThrow().dialect().orElseThrow()))
                  .isEmpty();
            });
  }

  @Test
  @Tag("SVC-266")
  void everyPatternAndTemplateOfASynchronisationIsChecked() {
    assertThat(
            PlenumResources.catalog()
                .find("conference_sync_template")
                .orElseThrow()
                .fields()
                .stream()
                .filter(field -> field.label().matches(".*( pattern|mail .* template)"))
                .filter(field -> !FIELDS.contains(field)))
        .isEmpty();
  }
}
