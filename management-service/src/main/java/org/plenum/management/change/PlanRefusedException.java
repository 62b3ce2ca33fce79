package org.plenum.management.change;

import java.util.List;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.model.config.Violations;

/** Ends a plan for which the configuration is not as it would have to be. */
public final class PlanRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rejected rejected;

  /** Says why. */
  public PlanRefusedException(Reason reason, Violations violations) {
    super("the plan is refused", null, false, false);
    this.rejected = new Rejected(List.of(new Rejection(0, reason, violations)));
  }

  /** What becomes of the change set. */
  public Rejected rejected() {
    return rejected;
  }
}
