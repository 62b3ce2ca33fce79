package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.PlenumResources;

class DeclarationTextsTest {
  private static final Path TEMPLATE =
      Path.of("src", "main", "resources", "org", "plenum", "model", "declarations.properties");

  /** Run with {@code -Dplenum.declarations.write=true} to write the file anew. */
  @Test
  void theOriginalForTranslatorsHasTheTextsOfTheDeclarations() throws IOException {
    String expected = template();
    if (Boolean.getBoolean("plenum.declarations.write")) {
      Files.writeString(TEMPLATE, expected);
    }
    assertThat(TEMPLATE).content().isEqualTo(expected);
  }

  private static String template() {
    StringBuilder lines =
        new StringBuilder(
            """
            # English texts of the configuration, made from the declarations: do not edit.
            # A translation is a copy with the language in its name: declarations_de.properties.
            """);
    for (Map.Entry<String, String> text :
        DeclarationTexts.declared(PlenumResources.catalog()).entrySet()) {
      lines.append(text.getKey()).append('=').append(escaped(text.getValue())).append('\n');
    }
    return lines.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  @Test
  void aTranslationReplacesWhatItHasAndLeavesTheRestInEnglish() {
    // The test's own translation into Esperanto has three texts.
    DeclarationTexts texts = DeclarationTexts.of(Locale.of("eo"));
    ResourceCatalog catalog = texts.translate(PlenumResources.catalog());
    ResourceType<Conference> type = catalog.type(Conference.class);
    assertThat(texts.menu(Menu.SERVICES)).isEqualTo("Servoj");
    assertThat(texts.menu(Menu.USERS)).isEqualTo("Users");
    assertThat(type.label()).isEqualTo("service");
    FieldType name = type.field("name").orElseThrow();
    assertThat(name.label()).isEqualTo("Nomo");
    assertThat(name.help()).isEqualTo("Name of the service.");
    assertThat(type.field("service_type").orElseThrow().choiceLabel("lecture"))
        .isEqualTo("Virtuala aŭlo");
  }

  @Test
  void textsSurviveTheFileAsTheyAre() {
    ResourceCatalog declared = PlenumResources.catalog();
    ResourceCatalog english = DeclarationTexts.of(Locale.ENGLISH).translate(declared);
    assertThat(english.types()).hasSameSizeAs(declared.types());
    for (ResourceType<?> type : declared.types()) {
      assertThat(english.find(type.name()).orElseThrow().fields()).isEqualTo(type.fields());
    }
  }
}
