package org.plenum.model.config;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which objects are kept. Texts that look the same are the same: characters are
 * composed (Unicode NFC), addresses and names have the one form of their syntax.
 */
public final class CanonicalForm {
  private CanonicalForm() {}

  /** The form in which texts are compared without case, in any script. */
  public static String caseless(String text) {
    // Composed last: some letters with marks are one character only when they are small.
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /** An object in canonical form; what is not right stays as it is, for the rules to report. */
  public static Values of(ResourceType<?> type, Values object) {
    Values canonical = object;
    for (FieldType field : type.fields()) {
      if (field.kind() == Kind.TEXT
          && !field.secret()
          && object.get(field.name()) instanceof String text
          && !text.isEmpty()) {
        String kept = of(field, text);
        canonical = kept.equals(text) ? canonical : canonical.with(field.name(), kept);
      }
    }
    return canonical;
  }

  private static String of(FieldType field, String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return field
        .syntax()
        .filter(syntax -> syntax.allows(composed))
        .map(syntax -> syntax.canonical(composed))
        .orElse(composed);
  }
}
