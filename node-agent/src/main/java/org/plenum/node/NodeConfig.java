package org.plenum.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a node agent was started. Everything else comes from its enrolment document and its replica.
 *
 * @param data folder for identity and replica
 * @param bind address to listen on
 * @param httpsPort clients, and the upload form of a fresh node
 * @param controlPort management service
 * @param sipPort SIP over UDP and TCP
 * @param sipTlsPort SIP over TLS
 * @param document enrolment document for a fresh node; without one it offers the upload form
 */
public record NodeConfig(
    Path data,
    InetAddress bind,
    int httpsPort,
    int controlPort,
    int sipPort,
    int sipTlsPort,
    Optional<Path> document) {

  InetSocketAddress https() {
    return new InetSocketAddress(bind, httpsPort);
  }

  InetSocketAddress control() {
    return new InetSocketAddress(bind, controlPort);
  }

  InetSocketAddress sip() {
    return new InetSocketAddress(bind, sipPort);
  }

  InetSocketAddress sipTls() {
    return new InetSocketAddress(bind, sipTlsPort);
  }

  Path identityFolder() {
    return data.resolve("identity");
  }

  Path replicaFile() {
    return data.resolve("replica.db");
  }
}
