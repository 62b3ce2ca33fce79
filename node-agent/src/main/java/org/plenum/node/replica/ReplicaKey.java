package org.plenum.node.replica;

/**
 * Name of an object in the replica.
 *
 * @param resource resource name, for example {@code conference}
 * @param id identifier in the resource
 */
public record ReplicaKey(String resource, long id) {}
