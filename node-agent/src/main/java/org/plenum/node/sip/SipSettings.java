package org.plenum.node.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.plenum.node.sdp.MediaSettings;

/**
 * Settings of the SIP user agent; in force for its whole life but for those of each call.
 *
 * @param listeners where messages are received; without a UDP one SIP over UDP is off
 * @param tls key, certificate and trust of TLS listeners and connections; required with a TLS
 *     listener
 * @param product product and version for Server and User-Agent, for example {@code Plenum/1.0}
 * @param newCall what is asked for the settings of each call at its beginning, on any thread
 * @param limits what one peer or many may cost
 * @param timers session timers
 */
public record SipSettings(
    List<ListeningAddress> listeners,
    Optional<SSLContext> tls,
    String product,
    Supplier<ForCall> newCall,
    Limits limits,
    SessionTimers timers) {
  public SipSettings {
    listeners = List.copyOf(listeners);
    if (listeners.isEmpty()) {
      throw new IllegalArgumentException("SIP needs at least one listener");
    }
    boolean listensForTls =
        listeners.stream().anyMatch(listener -> listener.transport() == SipTransport.TLS);
    if (listensForTls && tls.isEmpty()) {
      throw new IllegalArgumentException("A SIP TLS listener needs a certificate");
    }
  }

  /**
   * Settings that a call keeps from its beginning to its end.
   *
   * @param tlsName host name written in Contact over TLS (SVC-037), instead of the address
   * @param media what the call may use
   */
  public record ForCall(Optional<String> tlsName, MediaSettings media) {}

  /**
   * @param calls most calls at a time; further ones get 503
   * @param connections most TCP and as many TLS connections that are accepted at a time
   * @param messageOctets longest message
   */
  public record Limits(int calls, int connections, int messageOctets) {
    public static final Limits DEFAULT = new Limits(500, 1_000, 64 * 1024);
  }

  /**
   * Session timers (RFC 4028).
   *
   * @param interval offered to the other side
   * @param minimum least that this side takes ({@code Min-SE}); shorter ones get 422
   */
  public record SessionTimers(Duration interval, Duration minimum) {
    public static final SessionTimers DEFAULT =
        new SessionTimers(Duration.ofMinutes(30), Duration.ofSeconds(90));

    public SessionTimers {
      if (minimum.compareTo(interval) > 0) {
        throw new IllegalArgumentException("The session interval is below its minimum");
      }
    }
  }
}
