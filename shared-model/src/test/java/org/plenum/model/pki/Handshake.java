package org.plenum.model.pki;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** A TLS handshake between two engines in memory, driven on the calling thread. */
final class Handshake {
  private static final int BUFFER = 64 * 1024;

  /** A handshake takes about ten turns; more means that the two wait for each other. */
  private static final int MAX_TURNS = 200;

  private final SSLEngine server;
  private final SSLEngine client;
  private final ByteBuffer toServer = ByteBuffer.allocate(BUFFER);
  private final ByteBuffer toClient = ByteBuffer.allocate(BUFFER);

  Handshake(SSLContext server, SSLContext client) {
    this.server = server.createSSLEngine();
    this.server.setUseClientMode(false);
    this.server.setNeedClientAuth(true);
    this.client = client.createSSLEngine();
    this.client.setUseClientMode(true);
  }

  void serverAsksForNoCertificate() {
    server.setNeedClientAuth(false);
  }

  /** Does what HTTPS clients do: ask the trust manager to compare this name. */
  void verifyHostName(String host) {
    SSLParameters parameters = client.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setServerNames(java.util.List.of(new javax.net.ssl.SNIHostName(host)));
    client.setSSLParameters(parameters);
  }

  void run() throws SSLException {
    run("TLSv1.3");
  }

  void run(String protocol) throws SSLException {
    server.setEnabledProtocols(new String[] {protocol});
    client.setEnabledProtocols(new String[] {protocol});
    client.beginHandshake();
    server.beginHandshake();
    for (int turn = 0; turn < MAX_TURNS; turn++) {
      step(client, toClient, toServer);
      step(server, toServer, toClient);
      if (idle(client) && idle(server) && toServer.position() == 0 && toClient.position() == 0) {
        return;
      }
    }
    throw new SSLException("the handshake does not finish");
  }

  SSLSession clientSession() {
    return client.getSession();
  }

  SSLSession serverSession() {
    return server.getSession();
  }

  private static boolean idle(SSLEngine engine) {
    return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
  }

  private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    ByteBuffer application = ByteBuffer.allocate(BUFFER);
    runTasks(engine);
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      engine.wrap(ByteBuffer.allocate(0), out);
    } else if (in.position() > 0) {
      in.flip();
      try {
        engine.unwrap(in, application);
      } finally {
        in.compact();
      }
    }
    runTasks(engine);
  }

  private static void runTasks(SSLEngine engine) {
    for (Runnable task = engine.getDelegatedTask(); task != null; ) {
      task.run();
      task = engine.getDelegatedTask();
    }
  }
}
