package org.plenum.management.ldap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Looks services up at the name servers of this machine. */
public final class DnsServiceLookup implements ServiceLookup {
  /** Of the first try; the second one waits twice as long. */
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private static final int TRIES = 2;
  private static final String RECORD = "SRV";

  /** Priority, weight, port and host. */
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,5}) ([0-9]{1,5}) ([0-9]{1,5}) (\\S+?)\\.?");

  private record Ranked(int priority, int weight, Service service) {}

  @Override
  @SuppressWarnings("BanJNDI") // DNS has attributes only, no objects that could be deserialised.
  public List<Service> find(String name) {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put("com.sun.jndi.dns.timeout.initial", String.valueOf(TIMEOUT.toMillis()));
    environment.put("com.sun.jndi.dns.timeout.retries", String.valueOf(TRIES));
    try {
      InitialDirContext dns = new InitialDirContext(environment);
      try {
        Attribute records = dns.getAttributes(name, new String[] {RECORD}).get(RECORD);
        return records == null ? List.of() : inOrder(records.getAll());
      } finally {
        dns.close();
      }
    } catch (NamingException e) {
      return List.of(); // There is no such name, or nobody answers: the next look-up is tried.
    }
  }

  private static List<Service> inOrder(NamingEnumeration<?> records) throws NamingException {
    List<Ranked> ranked = new ArrayList<>();
    while (records.hasMore()) {
      parse(String.valueOf(records.next())).ifPresent(ranked::add);
    }
    return ranked.stream()
        .sorted(
            Comparator.comparingInt(Ranked::priority)
                .thenComparing(Comparator.comparingInt(Ranked::weight).reversed()))
        .map(Ranked::service)
        .toList();
  }

  private static Optional<Ranked> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new Ranked(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                new Service(form.group(4), Integer.parseInt(form.group(3)))))
        : Optional.empty();
  }
}
