package org.plenum.node.routing;

import java.util.List;
import java.util.Optional;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.BreakInAllowListAddress;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.resource.TlsCertificate;
import org.plenum.model.resource.WorkerVm;
import org.plenum.model.routing.RoutingTable;
import org.plenum.node.conference.NodeIdentity;

/**
 * The configuration that this node works with now: what its replica holds. May be read from any
 * thread, at any moment; what one method returns does not change, and a change is in what the next
 * call of the method returns.
 */
public interface NodeConfiguration {

  /** Aliases, services and rules as routing needs them. */
  RoutingTable routingTable();

  /** Settings of the whole platform. */
  Global global();

  /** This node; empty until its record was replicated. */
  Optional<Stored<WorkerVm>> node();

  /** Location of this node; empty until its record was replicated. */
  Optional<Stored<SystemLocation>> location();

  /** The certificate that was assigned to this node; empty if there is none. */
  Optional<TlsCertificate> tlsCertificate();

  /** Networks that may make mistakes. */
  List<BreakInAllowListAddress> allowList();

  /** Which node this is, for logs and status; without name and number until it is known. */
  default NodeIdentity identity() {
    Optional<Stored<WorkerVm>> self = node();
    Optional<Stored<SystemLocation>> place = location();
    return new NodeIdentity(
        self.map(Stored::id).orElse(0L),
        self.map(each -> each.value().name()).orElse(""),
        self.map(each -> each.value().address()).orElse(""),
        place.map(Stored::id).orElse(0L),
        place.map(each -> each.value().name()).orElse(""));
  }
}
