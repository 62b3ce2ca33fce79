package org.plenum.console.configuration;

import java.util.List;
import java.util.stream.Collectors;
import org.plenum.model.config.Violations;
import org.plenum.rpc.console.FieldError;

/** Messages by field, as the management service sends them. */
final class FieldMessages {
  private FieldMessages() {}

  static Violations of(List<FieldError> fields) {
    return new Violations(
        fields.stream()
            .collect(
                Collectors.toMap(
                    FieldError::getField,
                    error -> List.copyOf(error.getMessagesList()),
                    (one, other) -> one)));
  }
}
