package org.plenum.management.replication;

import io.grpc.Channel;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A way to a node.
 *
 * @param nodeId id of the {@code worker_vm} resource
 * @param channel to its control port; calls fail while it is not connected
 * @param certificate what the node presented when it was connected last; empty if it never was
 */
public record NodeConnection(long nodeId, Channel channel, Optional<X509Certificate> certificate) {}
