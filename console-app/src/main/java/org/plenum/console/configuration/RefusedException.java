package org.plenum.console.configuration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plenum.model.config.Violations;
import org.plenum.rpc.console.OperationErrors;

/** The management service refused a change; nothing was changed. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Map<Integer, Violations> byOperation;

  RefusedException(List<OperationErrors> errors) {
    super("the change was refused");
    byOperation =
        errors.stream()
            .collect(
                Collectors.toMap(
                    OperationErrors::getOperation,
                    error -> FieldMessages.of(error.getFieldsList()),
                    Violations::and));
  }

  /** What is wrong with an operation of the change set. */
  public Violations of(int operation) {
    return byOperation.getOrDefault(operation, Violations.NONE);
  }

  /** What is wrong, whatever the operation. */
  public Violations all() {
    return byOperation.values().stream().reduce(Violations.NONE, Violations::and);
  }
}
