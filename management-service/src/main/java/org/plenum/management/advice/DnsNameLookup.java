package org.plenum.management.advice;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future.State;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Looks names up at name servers, by default those of this machine. Safe for several threads. */
public final class DnsNameLookup implements NameLookup {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** Asked one by one: a question for both goes out as one for everything, which few answer. */
  private static final List<String> KINDS = List.of("A", "AAAA");

  private final String servers;

  /** Asks the name servers of this machine. */
  public DnsNameLookup() {
    this("dns:");
  }

  /** Asks a name server: {@code dns://HOST:PORT}. */
  DnsNameLookup(String servers) {
    this.servers = servers;
  }

  /** What is known of one kind of address is enough, unless it is that there is none. */
  @Override
  public Optional<Set<InetAddress>> find(String name) {
    List<CompletableFuture<Set<InetAddress>>> answers =
        KINDS.stream().map(kind -> asking(name, kind)).toList();
    try {
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
          .get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // Those that have come are looked at below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    List<Set<InetAddress>> known =
        answers.stream()
            .filter(answer -> answer.state() == State.SUCCESS)
            .map(CompletableFuture::resultNow)
            .toList();
    Set<InetAddress> all = known.stream().flatMap(Set::stream).collect(Collectors.toSet());
    return all.isEmpty() && known.size() < KINDS.size() ? Optional.empty() : Optional.of(all);
  }

  private CompletableFuture<Set<InetAddress>> asking(String name, String kind) {
    CompletableFuture<Set<InetAddress>> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("dns")
        .start(
            () -> {
              try {
                answer.complete(ask(name, kind));
              } catch (NameNotFoundException e) {
                answer.complete(Set.of());
              } catch (NamingException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  @SuppressWarnings("BanJNDI") // DNS has attributes only, no objects that could be deserialised.
  private Set<InetAddress> ask(String name, String kind) throws NamingException {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, servers);
    environment.put("com.sun.jndi.dns.timeout.initial", "500");
    environment.put("com.sun.jndi.dns.timeout.retries", "2");
    InitialDirContext dns = new InitialDirContext(environment);
    try {
      Attribute addresses = dns.getAttributes(name, new String[] {kind}).get(kind);
      return addresses == null
          ? Set.of()
          : Collections.list(addresses.getAll()).stream()
              .map(address -> InetAddress.ofLiteral((String) address))
              .collect(Collectors.toSet());
    } finally {
      dns.close();
    }
  }
}
