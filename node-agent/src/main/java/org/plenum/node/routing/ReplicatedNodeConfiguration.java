package org.plenum.node.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Stored;
import org.plenum.model.config.Values;
import org.plenum.model.resource.BreakInAllowListAddress;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.resource.TlsCertificate;
import org.plenum.model.resource.WorkerVm;
import org.plenum.model.routing.RoutingTable;
import org.plenum.node.replica.ReplicatedConfiguration;

/** The configuration of one node as its replica has it. Thread-safe. */
public final class ReplicatedNodeConfiguration implements NodeConfiguration {
  private final ReplicatedConfiguration replica;
  private final long nodeId;
  private final Global defaults;

  /**
   * @param nodeId configuration id of this node, from its enrolment
   */
  public ReplicatedNodeConfiguration(ReplicatedConfiguration replica, long nodeId) {
    this.replica = replica;
    this.nodeId = nodeId;
    ResourceType<Global> type = PlenumResources.catalog().type(Global.class);
    this.defaults = type.toRecord(type.withDefaults(Values.EMPTY, Instant.EPOCH));
  }

  @Override
  public RoutingTable routingTable() {
    return replica.routingTable();
  }

  @Override
  public Global global() {
    return replica.view().all(Global.class).map(Stored::value).findFirst().orElse(defaults);
  }

  @Override
  public List<BreakInAllowListAddress> allowList() {
    return replica.view().all(BreakInAllowListAddress.class).map(Stored::value).toList();
  }

  @Override
  public Optional<Stored<WorkerVm>> node() {
    return replica.view().find(WorkerVm.class, nodeId);
  }

  @Override
  public Optional<Stored<SystemLocation>> location() {
    return node()
        .flatMap(node -> replica.view().find(SystemLocation.class, node.value().systemLocation()));
  }

  @Override
  public Optional<TlsCertificate> tlsCertificate() {
    return node()
        .map(node -> node.value().tlsCertificate())
        .flatMap(assigned -> replica.view().find(TlsCertificate.class, assigned))
        .map(Stored::value);
  }
}
