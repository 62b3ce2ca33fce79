package org.plenum.installer.truth;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.PlenumResources;

/** Tells the truth about settings that can be made and are not used yet. */
class SettingsWithoutEffectTest {
  private static final String FILE = "settings-without-effect.md";

  private static final List<String> INTRODUCTION =
      List.of(
          "# Settings without effect",
          "",
          "Fields that can be set, are kept and validated, and that no code reads yet. The list is"
              + " made from the",
          "compiled classes by `SettingsWithoutEffectTest`, which fails when it is wrong. Names,"
              + " descriptions and",
          "fields that only the platform sets are not listed, nor is what has its effect in the"
              + " moment of saving.",
          "");

  /** Their effect is the certificate or licence request, or the opened key, that saving makes. */
  private static final Set<String> EFFECT_IN_SAVING =
      Set.of(
          "certificate_signing_request",
          "tls_certificate.private_key_passphrase",
          "licence.offline_mode");

  private static final Set<String> FOR_PEOPLE = Set.of("name", "description", "comment");

  private final ResourceCatalog catalog = PlenumResources.catalog();

  @Test
  void theListOfSettingsWithoutEffectIsRight() throws IOException, URISyntaxException {
    FieldReads reads = new FieldReads(ProductClasses.read(), catalog);
    List<String> expected = new ArrayList<>(INTRODUCTION);
    catalog.types().stream()
        .flatMap(
            type ->
                type.fields().stream()
                    .filter(field -> isSetting(type, field))
                    .filter(field -> !reads.reads(type, field.name()))
                    .map(field -> "- `%s.%s`".formatted(type.name(), field.name())))
        .sorted()
        .forEach(expected::add);

    Documentation.ofSourceTree().assertSays(FILE, expected);
  }

  private boolean isSetting(ResourceType<?> type, FieldType field) {
    return !FOR_PEOPLE.contains(field.name())
        && !field.readOnly()
        && field.kind().isStored()
        && !isPosition(type, field)
        && !EFFECT_IN_SAVING.contains(type.name())
        && !EFFECT_IN_SAVING.contains(type.name() + "." + field.name());
  }

  /** The place of a child in the list of its owner, by which every list is ordered. */
  private boolean isPosition(ResourceType<?> type, FieldType field) {
    return catalog.types().stream()
        .flatMap(owner -> owner.childFields().stream())
        .anyMatch(
            list ->
                catalog.target(list).equals(type)
                    && list.owner().orElseThrow().order().equals(field.name()));
  }
}
