package org.plenum.model.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.plenum.model.config.FieldType.Option;

/**
 * The texts of the declarations in one language. A bundle {@code declarations_LANGUAGE.properties}
 * translates them; what it lacks stays as it is declared, in English. {@code
 * declarations.properties} is the English original for translators, made from the declarations.
 * Immutable.
 */
public final class DeclarationTexts {
  private static final String BUNDLE = "org.plenum.model.declarations";
  private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]+");

  /** The text for a key, given the declared one. */
  private final BinaryOperator<String> texts;

  private DeclarationTexts(BinaryOperator<String> texts) {
    this.texts = texts;
  }

  /** The texts in the language of a locale, English where there is none. */
  public static DeclarationTexts of(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    return new DeclarationTexts(
        (key, declared) -> bundle.containsKey(key) ? bundle.getString(key) : declared);
  }

  /** All texts as they are declared, by key, in the order of the declarations. */
  static Map<String, String> declared(ResourceCatalog catalog) {
    Map<String, String> all = new LinkedHashMap<>();
    DeclarationTexts collector =
        new DeclarationTexts(
            (key, declared) -> {
              String earlier = all.put(key, declared);
              if (earlier != null && !earlier.equals(declared)) {
                throw new IllegalStateException(key + " stands for two texts");
              }
              return declared;
            });
    for (Menu menu : Menu.values()) {
      collector.menu(menu);
    }
    collector.translate(catalog);
    return all;
  }

  /** The title of a menu. */
  public String menu(Menu menu) {
    return texts.apply("menu." + key(menu.name()), menu.label());
  }

  /** The same resources with these texts. */
  public ResourceCatalog translate(ResourceCatalog catalog) {
    return catalog.with(this::translate);
  }

  private ResourceType<?> translate(ResourceType<?> type) {
    String key = type.name() + ".";
    ResourceType.Texts own =
        new ResourceType.Texts(
            texts.apply(key + "label", type.label()),
            texts.apply(key + "plural", type.plural()),
            texts.apply(key + "help", type.help()));
    return type.with(own, field -> translate(key + field.name() + ".", field));
  }

  private FieldType translate(String key, FieldType field) {
    String section = field.section();
    List<Option> options =
        field.choices().stream()
            .map(
                option ->
                    new Option(
                        option.wire(),
                        texts.apply(key + "choice." + option.wire(), option.label())))
            .toList();
    return field.with(
        texts.apply(key + "label", field.label()),
        texts.apply(key + "help", field.help()),
        section.isEmpty() ? section : texts.apply("section." + key(section), section),
        options);
  }

  private static String key(String text) {
    return NO_KEY.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
  }
}
