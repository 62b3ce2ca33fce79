package org.plenum.management.advice;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/** Looks host names up in DNS. */
@FunctionalInterface
public interface NameLookup {
  /**
   * Looks a name up; may take some seconds.
   *
   * @return its IPv4 and IPv6 addresses, none if there is no such name; empty if nobody knows,
   *     since no name server answered in time
   */
  Optional<Set<InetAddress>> find(String name);
}
