package org.plenum.model.pki;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Host names and addresses for the subject alternative names of a certificate.
 *
 * @param hosts DNS names in lower case
 * @param addresses IPv4 and IPv6 addresses
 */
public record SubjectNames(List<String> hosts, List<InetAddress> addresses) {
  /** No names at all. */
  public static final SubjectNames NONE = new SubjectNames(List.of(), List.of());

  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?"
              + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  /** Copies the lists. */
  public SubjectNames {
    hosts = List.copyOf(hosts);
    addresses = List.copyOf(addresses);
  }

  /**
   * Sorts names into DNS names and addresses; repeated ones count once. Nothing is looked up.
   *
   * @throws IllegalArgumentException naming the first that is neither
   */
  public static SubjectNames of(Collection<String> names) {
    Set<String> hosts = new LinkedHashSet<>();
    Set<InetAddress> addresses = new LinkedHashSet<>();
    for (String given : names) {
      String name = given.strip().toLowerCase(Locale.ROOT);
      if (ADDRESS.matcher(name).matches()) {
        addresses.add(address(name));
      } else if (HOST.matcher(name).matches()) {
        hosts.add(name);
      } else {
        throw new IllegalArgumentException("neither a host name nor an IP address: " + given);
      }
    }
    return new SubjectNames(List.copyOf(hosts), List.copyOf(addresses));
  }

  /** As {@link #of(Collection)}. */
  public static SubjectNames of(String... names) {
    return of(Arrays.asList(names));
  }

  /** These names, then those of the other that are not among them. */
  public SubjectNames and(SubjectNames other) {
    return new SubjectNames(
        Stream.concat(hosts.stream(), other.hosts.stream()).distinct().toList(),
        Stream.concat(addresses.stream(), other.addresses.stream()).distinct().toList());
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not an IP address: " + literal, e);
    }
  }
}
