package org.plenum.management.ldap;

import java.util.List;

/** Looks servers of a service up in DNS. */
@FunctionalInterface
public interface ServiceLookup {
  /**
   * The servers of a service in the order in which they should be tried; none if there are no
   * records.
   *
   * @param name such as {@code _ldap._tcp.example.com}
   */
  List<Service> find(String name);

  /** What a record says (RFC 2782). */
  record Service(String host, int port) {}
}
