package org.plenum.node.sip;

import gov.nist.javax.sip.SipStackImpl;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.sip.PeerUnavailableException;

/** The JAIN-SIP stack with this node's sockets, routing and logging. */
final class SipStack extends SipStackImpl {
  private static final int MILLIS = 1_000;

  SipStack(SipSettings settings) throws PeerUnavailableException {
    super(properties(settings));
    networkLayer = new SocketLayer(settings.tls());
    setRouter(new FlowRouter(this));
    // The stack's own lists date from times of TLS 1.0 and leave no common cipher suite.
    settings
        .tls()
        .map(SSLContext::getDefaultSSLParameters)
        .ifPresent(defaults -> setEnabledCipherSuites(defaults.getCipherSuites()));
  }

  private static Properties properties(SipSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("javax.sip.STACK_NAME", "plenum");
    properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
    String nist = "gov.nist.javax.sip.";
    properties.setProperty(nist + "STACK_LOGGER", StackLog.class.getName());
    properties.setProperty(nist + "SERVER_LOGGER", MessageLog.class.getName());
    properties.setProperty(nist + "MESSAGE_PARSER_FACTORY", SipParserFactory.class.getName());
    // The listener only queues events, so the threads that read messages may call it directly.
    properties.setProperty(nist + "REENTRANT_LISTENER", "true");
    // One thread per UDP socket: several would let a re-INVITE overtake the ACK before it.
    properties.setProperty(nist + "THREAD_POOL_SIZE", "1");
    properties.setProperty(nist + "THREAD_PRIORITY", String.valueOf(Thread.NORM_PRIORITY));
    properties.setProperty(
        nist + "MAX_MESSAGE_SIZE", String.valueOf(settings.limits().messageOctets()));
    properties.setProperty(
        nist + "MAX_CONNECTIONS", String.valueOf(settings.limits().connections()));
    // A peer that starts a message must finish it within this time, ms.
    properties.setProperty(nist + "READ_TIMEOUT", String.valueOf(10 * MILLIS));
    properties.setProperty(nist + "SSL_HANDSHAKE_TIMEOUT", String.valueOf(10 * MILLIS));
    properties.setProperty(nist + "SSL_RENEGOTIATION_ENABLED", "false");
    properties.setProperty(nist + "TLS_CLIENT_PROTOCOLS", "TLSv1.3,TLSv1.2");
    properties.setProperty(nist + "TLS_CLIENT_AUTH_TYPE", "Disabled");
    properties.setProperty(nist + "TCP_NODELAY", "true");
    properties.setProperty(nist + "RECEIVE_UDP_BUFFER_SIZE", String.valueOf(512 * 1024));
    properties.setProperty(nist + "SEND_UDP_BUFFER_SIZE", String.valueOf(512 * 1024));
    properties.setProperty(nist + "MAX_SERVER_TRANSACTIONS", "10000");
    // Without it a listener call that hangs would hold its transaction for ever, s.
    properties.setProperty(nist + "MAX_LISTENER_RESPONSE_TIME", "10");
    return properties;
  }
}
