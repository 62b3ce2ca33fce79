package org.plenum.node.conference;

/**
 * Which node this is, for logs and status.
 *
 * @param id configuration id of the node
 * @param name its name
 * @param address its primary address
 * @param locationId configuration id of its system location
 * @param location name of its system location
 */
public record NodeIdentity(
    long id, String name, String address, long locationId, String location) {}
