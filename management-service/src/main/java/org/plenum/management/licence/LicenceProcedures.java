package org.plenum.management.licence;

import java.util.List;
import java.util.Optional;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.procedure.Initiator;
import org.plenum.management.procedure.Procedure;
import org.plenum.model.resource.LicenceAction;

/** What administrators can do with licences and requests, whichever way they come. */
public final class LicenceProcedures {
  private LicenceProcedures() {}

  /** Adding, returning and repairing licences; completing and discarding requests. */
  public static List<Procedure> of(Licensing licensing) {
    return List.of(
        new Procedure(
            Licensing.LICENCE,
            Optional.of(licensing::activate),
            Optional.of(
                new Procedure.Action(
                    "Returns a licence, so that its key can be used elsewhere, or repairs it.",
                    "the repaired licence, or of the stored request that waits for an answer",
                    "action",
                    "What to do: return or repair.",
                    List.of(LicenceAction.RETURN.wire(), LicenceAction.REPAIR.wire()),
                    (by, id, action) -> perform(licensing, by, id, action))),
            Optional.empty()),
        new Procedure(
            Licensing.REQUEST,
            Optional.empty(),
            Optional.of(
                new Procedure.Action(
                    "Completes a request with the answer of the licence issuer.",
                    "the licence",
                    "response_xml",
                    "The issuer's signed answer.",
                    List.of(),
                    licensing::complete)),
            Optional.of(licensing::discard)));
  }

  private static ChangeResult perform(Licensing licensing, Initiator by, long id, String action) {
    return action.equals(LicenceAction.RETURN.wire())
        ? licensing.giveBack(by, id)
        : licensing.repair(by, id);
  }
}
