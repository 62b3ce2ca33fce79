package org.plenum.management.advice;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenum.model.config.Addresses;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.WorkerVm;

/**
 * Peers look the names of nodes up, so they should be in DNS (SVC-039) and lead to the node
 * (INST-119).
 */
final class NodeNames {
  private static final int MAX_NAMED = 3;

  private final NameLookup lookup;

  NodeNames(NameLookup lookup) {
    this.lookup = lookup;
  }

  /** A name server that does not answer says nothing about the name. */
  Violations advice(WorkerVm node) {
    Set<InetAddress> own = addresses(node);
    Violations.Builder doubts = new Violations.Builder();
    check(doubts, "hostname", node.fqdn(), own);
    if (node.alternativeFqdn().equalsIgnoreCase(node.fqdn())) {
      doubts
          .build()
          .messages()
          .values()
          .forEach(texts -> texts.forEach(text -> doubts.add("alternative_fqdn", text)));
    } else if (!node.alternativeFqdn().isEmpty()) {
      check(doubts, "alternative_fqdn", node.alternativeFqdn(), own);
    }
    return doubts.build();
  }

  /** Inside and outside of a NAT the same name may have different ones, all of them right. */
  private static Set<InetAddress> addresses(WorkerVm node) {
    return Stream.of(
            node.address(), node.secondaryAddress(), node.staticNatAddress(), node.ipv6Address())
        .filter(Objects::nonNull)
        .map(InetAddress::ofLiteral)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void check(Violations.Builder doubts, String field, String name, Set<InetAddress> own) {
    lookup
        .find(name)
        .ifPresent(
            found -> {
              if (found.isEmpty()) {
                doubts.add(field, "There is no DNS entry for %s.".formatted(name));
              }
              String others =
                  found.stream()
                      .filter(address -> !own.contains(address))
                      .map(Addresses::text)
                      .sorted()
                      .limit(MAX_NAMED)
                      .collect(Collectors.joining(", "));
              if (!others.isEmpty()) {
                doubts.add(
                    field,
                    "The DNS entry for %s has an address that this node does not have: %s."
                        .formatted(name, others));
              }
            });
  }
}
