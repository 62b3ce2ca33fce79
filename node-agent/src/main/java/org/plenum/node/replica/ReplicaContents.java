package org.plenum.node.replica;

import java.util.function.Consumer;

/** Every object of a replica, one after the other, so that they need not be in memory together. */
@FunctionalInterface
public interface ReplicaContents {

  /**
   * Hands out every object.
   *
   * @throws ReplicaException they cannot be read
   */
  void forEach(Consumer<ReplicaEntry> consumer) throws ReplicaException;
}
