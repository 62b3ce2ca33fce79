package org.plenum.management.advice;

import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** Looks names up at name servers, by default those of this machine. Safe for several threads. */
public final class DnsNameLookup implements NameLookup {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** Asked one by one: a question for both goes out as one for everything, which few answer. */
  private static final List<String> ADDRESSES = List.of("A", "AAAA");

  private final String servers;

  /** Asks the name servers of this machine. */
  public DnsNameLookup() {
    this("dns:");
  }

  /** Asks a name server: {@code dns://HOST:PORT}. */
  DnsNameLookup(String servers) {
    this.servers = servers;
  }

  @Override
  public Answer find(String name) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread.ofVirtual().name("dns").start(() -> answer.complete(ask(name)));
    try {
      return answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Answer.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.NONE;
    }
  }

  @SuppressWarnings("BanJNDI") // DNS has attributes only, no objects that could be deserialised.
  private Answer ask(String name) {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, servers);
    environment.put("com.sun.jndi.dns.timeout.initial", "500");
    environment.put("com.sun.jndi.dns.timeout.retries", "2");
    try {
      InitialDirContext dns = new InitialDirContext(environment);
      try {
        for (String kind : ADDRESSES) {
          if (dns.getAttributes(name, new String[] {kind}).size() > 0) {
            return Answer.KNOWN;
          }
        }
        return Answer.UNKNOWN;
      } finally {
        dns.close();
      }
    } catch (NameNotFoundException e) {
      return Answer.UNKNOWN;
    } catch (NamingException e) {
      return Answer.NONE;
    }
  }
}
