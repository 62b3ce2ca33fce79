package org.plenum.management.advice;

import org.plenum.management.advice.NameLookup.Answer;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.WorkerVm;

/** Peers look the names of nodes up, so they should be in DNS (SVC-039, INST-119). */
final class NodeNames {
  private static final String UNKNOWN = "There is no DNS entry for %s.";

  private final NameLookup lookup;

  NodeNames(NameLookup lookup) {
    this.lookup = lookup;
  }

  /** A name server that does not answer says nothing about the name. */
  Violations advice(WorkerVm node) {
    Violations.Builder doubts = new Violations.Builder();
    check(doubts, "hostname", node.fqdn());
    if (!node.alternativeFqdn().isEmpty()
        && !node.alternativeFqdn().equalsIgnoreCase(node.fqdn())) {
      check(doubts, "alternative_fqdn", node.alternativeFqdn());
    } else if (!node.alternativeFqdn().isEmpty() && doubts.has("hostname")) {
      doubts.add("alternative_fqdn", UNKNOWN.formatted(node.alternativeFqdn()));
    }
    return doubts.build();
  }

  private void check(Violations.Builder doubts, String field, String name) {
    if (lookup.find(name) == Answer.UNKNOWN) {
      doubts.add(field, UNKNOWN.formatted(name));
    }
  }
}
