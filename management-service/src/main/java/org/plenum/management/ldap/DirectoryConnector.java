package org.plenum.management.ldap;

/** Makes connections to directories. Safe for several threads. */
@FunctionalInterface
public interface DirectoryConnector {
  /**
   * Connects, and logs the account in that searches. Takes some seconds at most.
   *
   * @throws DirectoryException if there is no server, it is not the right one, or it refuses
   */
  DirectoryConnection connect(DirectorySettings settings) throws DirectoryException;
}
