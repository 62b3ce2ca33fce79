package org.plenum.management.enrolment;

/**
 * A node that has a platform certificate.
 *
 * @param nodeId id of the {@code worker_vm} resource
 * @param controlPort where it serves the management service
 * @param httpsPort where it serves clients
 */
public record EnrolledNode(long nodeId, int controlPort, int httpsPort) {}
