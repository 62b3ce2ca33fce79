package org.plenum.node.sip;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.SipProvider;
import org.jspecify.annotations.Nullable;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.IncomingCalls;
import org.plenum.node.call.MediaEndpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SIP user agent of the node: listens, and hands incoming calls to the router. Thread-safe;
 * started and closed once.
 */
public final class SipService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SipService.class);

  /** Time that calls get at shutdown to say BYE. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final SipSettings settings;
  private final SipCalls calls;
  private final ExecutorService threads;
  private final ScheduledExecutorService timers;
  private final NewCalls newCalls;
  private final RequestDispatcher dispatcher;
  private @Nullable SipStack stack;
  private boolean closed;

  /**
   * @param router decides on incoming calls
   * @param endpoints opens the media of calls
   */
  public SipService(SipSettings settings, IncomingCalls router, MediaEndpoints endpoints) {
    this.settings = settings;
    this.calls = new SipCalls(settings.limits().calls());
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sip-call-", 0).factory());
    this.timers =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sip-timers").factory());
    SipHeaders headers = new SipHeaders(settings.product());
    Replies replies = new Replies(headers);
    this.newCalls =
        new NewCalls(settings, router, endpoints, calls, replies, headers, threads, timers);
    this.dispatcher = new RequestDispatcher(replies, newCalls);
  }

  /**
   * Binds all listeners.
   *
   * @throws SipStartException a listener cannot be bound; none is then
   */
  public synchronized void start() throws SipStartException {
    if (stack != null) {
      throw new IllegalStateException("SIP is started already");
    }
    SipStack starting;
    try {
      starting = new SipStack(settings);
    } catch (PeerUnavailableException e) {
      throw new SipStartException("The SIP stack cannot be set up", e);
    }
    stack = starting;
    Map<InetAddress, SipProvider> providers = new HashMap<>();
    for (ListeningAddress listener : settings.listeners()) {
      try {
        listen(starting, listener, providers);
      } catch (Exception e) {
        // The stack declares half a dozen exceptions and throws others undeclared.
        close();
        throw new SipStartException("SIP cannot listen on " + listener + ": " + rootCause(e), e);
      }
    }
    log.info("SIP listens on {}", settings.listeners());
  }

  /** Calls that exist at present, those included whose end is not acknowledged yet. */
  public int callCount() {
    return calls.count();
  }

  /** Refuses new calls, says BYE to all others, releases all ports and threads. Idempotent. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    newCalls.close();
    calls.all().forEach(call -> call.disconnect(DisconnectReason.NODE_SHUTDOWN));
    if (!calls.awaitNone(GRACE)) {
      log.warn("{} calls did not end in time", calls.count());
    }
    SipStack running = stack;
    if (running != null) {
      running.stop();
      stack = null;
    }
    timers.shutdownNow();
    threads.shutdown();
  }

  private void listen(
      SipStack starting, ListeningAddress listener, Map<InetAddress, SipProvider> providers)
      throws Exception {
    ListeningPoint point =
        starting.createListeningPoint(
            listener.address().getHostAddress(), listener.port(), listener.transport().parameter());
    SipProvider provider = providers.get(listener.address());
    if (provider == null) {
      provider = starting.createSipProvider(point);
      provider.addSipListener(dispatcher);
      providers.put(listener.address(), provider);
    } else {
      provider.addListeningPoint(point);
    }
  }

  private static String rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
