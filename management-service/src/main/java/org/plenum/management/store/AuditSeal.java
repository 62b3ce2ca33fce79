package org.plenum.management.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encrypts the secrets of the audit trail. Immutable. */
record AuditSeal(SecretCipher cipher) {
  @Nullable String seal(String resource, AuditedForm form) {
    return form.secrets().map(secrets -> cipher.encrypt(secrets, place(resource))).orElse(null);
  }

  Optional<String> open(String resource, @Nullable String sealed) {
    return Optional.ofNullable(sealed).map(text -> cipher.decrypt(text, place(resource)));
  }

  private static String place(String resource) {
    return "change." + resource;
  }
}
