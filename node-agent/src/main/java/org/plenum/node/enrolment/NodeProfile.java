package org.plenum.node.enrolment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.plenum.model.enrolment.NodeDocument;

/**
 * What an enrolled node knows of itself without its replica.
 *
 * @param nodeId id of the {@code worker_vm} resource
 * @param name shown to administrators
 * @param fqdn DNS name
 * @param address IPv4 address of the primary interface
 * @param location name of the system location at enrolment
 */
@JsonNaming(SnakeCaseStrategy.class)
public record NodeProfile(int nodeId, String name, String fqdn, String address, String location) {

  /** The lasting part of an enrolment document. */
  static NodeProfile of(NodeDocument document) {
    return new NodeProfile(
        document.nodeId(),
        document.name(),
        document.fqdn(),
        document.network().address(),
        document.location());
  }
}
