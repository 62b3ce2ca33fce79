package org.plenum.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.plenum.media.plan.Keying.DtlsSrtp;

/** The active side of a DTLS-SRTP handshake. */
final class SrtpTlsClient extends DefaultTlsClient implements SrtpTlsPeer {

  private final DtlsIdentity identity;
  private final DtlsSrtp agreed;
  private Optional<DtlsAssociation.Keys> keys = Optional.empty();
  private int profile;

  SrtpTlsClient(DtlsIdentity identity, DtlsSrtp agreed) {
    super(identity.crypto());
    this.identity = identity;
    this.agreed = agreed;
  }

  @Override
  public Optional<DtlsAssociation.Keys> keys() {
    return keys;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.DTLSv12.only();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return SrtpNegotiation.CIPHER_SUITES;
  }

  @Override
  public int getHandshakeTimeoutMillis() {
    return SrtpNegotiation.DEADLINE_MILLIS;
  }

  @Override
  public int getHandshakeResendTimeMillis() {
    return SrtpNegotiation.RESEND_MILLIS;
  }

  @Override
  @SuppressWarnings("unchecked") // Bouncy Castle declares the raw type.
  public Hashtable<Integer, byte[]> getClientExtensions() throws IOException {
    Hashtable<Integer, byte[]> extensions =
        TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
    SrtpNegotiation.offer(extensions);
    return extensions;
  }

  @Override
  @SuppressWarnings("rawtypes") // Bouncy Castle declares the raw type.
  public void processServerExtensions(Hashtable serverExtensions) throws IOException {
    super.processServerExtensions(serverExtensions);
    profile = SrtpNegotiation.choose(serverExtensions);
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
        PeerCertificate.verify(server.getCertificate(), agreed);
      }

      @Override
      public TlsCredentials getClientCredentials(CertificateRequest request) {
        return new BcDefaultTlsCredentialedSigner(
            new TlsCryptoParameters(context),
            identity.crypto(),
            identity.privateKey(),
            identity.certificate(),
            new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
      }
    };
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    keys = Optional.of(SrtpNegotiation.export(context, profile, true));
  }
}
