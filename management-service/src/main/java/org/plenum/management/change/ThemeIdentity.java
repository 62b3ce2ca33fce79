package org.plenum.management.change;

import java.util.UUID;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/** Gives a new theme the identity that it keeps (SVX-321). */
final class ThemeIdentity implements DerivedFields {
  private static final String UUID_FIELD = "uuid";

  @Override
  public String resource() {
    return "ivr_theme";
  }

  @Override
  public Values derive(Values object, Violations.Builder violations) {
    return object.text(UUID_FIELD).isEmpty()
        ? object.with(UUID_FIELD, UUID.randomUUID().toString())
        : object;
  }
}
