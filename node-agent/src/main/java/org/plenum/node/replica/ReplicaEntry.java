package org.plenum.node.replica;

import java.util.Optional;

/**
 * An object as the management service sent it, or the news that it is gone.
 *
 * @param key name
 * @param json the engine's replica form; absent if the object was deleted
 */
public record ReplicaEntry(ReplicaKey key, Optional<String> json) {}
