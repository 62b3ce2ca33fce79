package org.plenum.console.connection;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CertificateLifetime;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.CredentialStoreException;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.rpc.console.RenewCertificateRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sessions. The first connection to a server shows its certificate's fingerprint to the
 * administrator and enrols the console; from then on the platform's authority is trusted for that
 * server, and nothing else. All methods block; safe for several threads.
 */
public final class Connector {
  private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

  /** A silent network is noticed after about this long. The server permits pings this often. */
  private static final int KEEP_ALIVE_SECONDS = 30;

  private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 10;
  private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

  private final Path profile;
  private final String consoleName;
  private final Clock clock;

  /** Asks the administrator whether a server is the right one; may block for as long as needed. */
  @FunctionalInterface
  public interface Confirmation {
    /** Whether the certificate with this fingerprint is to be trusted. */
    boolean confirm(ServerAddress address, CertificateFingerprint fingerprint)
        throws InterruptedException;
  }

  /**
   * A connector that keeps its certificates in a profile folder.
   *
   * @param consoleName what administrators see in the list of consoles
   */
  public Connector(Path profile, String consoleName, Clock clock) {
    this.profile = profile;
    this.consoleName = consoleName;
    this.clock = clock;
  }

  /** Logs in, after enrolling the console if this is the first connection. */
  public Session connect(ServerAddress address, LoginProof proof, Confirmation confirmation)
      throws ConnectionException, InterruptedException {
    KnownServer server = new KnownServer(profile, address);
    try {
      Optional<KnownServer.Enrolment> known = server.enrolment();
      KnownServer.Enrolment enrolment =
          known.isPresent() ? known.get() : firstConnection(server, address, proof, confirmation);
      return open(server, address, enrolment, proof);
    } catch (CredentialStoreException | IOException e) {
      throw new ConnectionException(Problem.PROFILE, "cannot use the profile " + profile, e);
    }
  }

  /** Forgets that a server was trusted; the next connection asks again. */
  public void forget(ServerAddress address) throws ConnectionException {
    try {
      new KnownServer(profile, address).forget();
    } catch (CredentialStoreException | IOException e) {
      throw new ConnectionException(Problem.PROFILE, "cannot use the profile " + profile, e);
    }
  }

  private KnownServer.Enrolment firstConnection(
      KnownServer server, ServerAddress address, LoginProof proof, Confirmation confirmation)
      throws ConnectionException, IOException, InterruptedException {
    CertificateFingerprint fingerprint = FirstContact.fingerprintOf(address);
    if (!confirmation.confirm(address, fingerprint)) {
      throw new ConnectionException(Problem.NOT_TRUSTED, "fingerprint not confirmed");
    }
    return new Enrolment(server, address, consoleName).enrol(fingerprint, proof);
  }

  private Session open(
      KnownServer server, ServerAddress address, KnownServer.Enrolment enrolment, LoginProof proof)
      throws ConnectionException, InterruptedException {
    ReloadableKeyManager own = new ReloadableKeyManager(enrolment.credentials());
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), enrolment.grpcPort())
            .sslContext(
                TlsContexts.grpcClient(
                    own,
                    new PlatformTrustManager(
                        enrolment.credentials().root(), PeerRequirement.management())))
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .build();
    Session session = new Session(channel, address);
    try {
      session.login(proof);
    } catch (ConnectionException | InterruptedException | RuntimeException e) {
      channel.shutdownNow();
      throw e;
    }
    renewIfDue(session, server, enrolment, own);
    return session;
  }

  /** A renewal that fails is tried again at the next log-in. */
  private void renewIfDue(
      Session session,
      KnownServer server,
      KnownServer.Enrolment enrolment,
      ReloadableKeyManager own) {
    Instant now = clock.instant();
    if (!CertificateLifetime.of(enrolment.credentials().certificate()).renewalDue(now)) {
      return;
    }
    try {
      KeyPair keys = server.credentials().pendingKey(KeyType.EC_P256);
      String csr = CertificateRequest.create(keys, consoleName).pem();
      String chain =
          session
              .session()
              .renewCertificate(RenewCertificateRequest.newBuilder().setCsrPem(csr).build())
              .getChainPem();
      Credentials renewed =
          new Credentials(keys.getPrivate(), PemBundle.parse(chain).certificates());
      server.save(new KnownServer.Enrolment(renewed, enrolment.grpcPort()));
      own.reload(renewed);
      LOG.info("the console's certificate was renewed");
    } catch (StatusRuntimeException | PkiException | IOException e) {
      LOG.warn("the console's certificate could not be renewed", e);
    }
  }
}
