package org.plenum.management.console;

import java.util.List;
import org.plenum.model.config.Violations;
import org.plenum.rpc.console.FieldError;

/** Messages by field, as consoles get them. */
final class FieldMessages {
  private FieldMessages() {}

  static List<FieldError> of(Violations violations) {
    return violations.messages().entrySet().stream()
        .map(
            entry ->
                FieldError.newBuilder()
                    .setField(entry.getKey())
                    .addAllMessages(entry.getValue())
                    .build())
        .toList();
  }
}
