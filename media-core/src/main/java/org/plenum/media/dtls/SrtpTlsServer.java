package org.plenum.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.plenum.media.plan.Keying.DtlsSrtp;

/** The passive side of a DTLS-SRTP handshake. */
final class SrtpTlsServer extends DefaultTlsServer implements SrtpTlsPeer {

  private static final short[] CERTIFICATE_TYPES = {
    ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign
  };

  private final DtlsIdentity identity;
  private final DtlsSrtp agreed;
  private Optional<DtlsAssociation.Keys> keys = Optional.empty();
  private int profile;

  SrtpTlsServer(DtlsIdentity identity, DtlsSrtp agreed) {
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
  @SuppressWarnings("rawtypes") // Bouncy Castle declares the raw type.
  public void processClientExtensions(Hashtable clientExtensions) throws IOException {
    super.processClientExtensions(clientExtensions);
    profile = SrtpNegotiation.choose(clientExtensions);
  }

  @Override
  @SuppressWarnings("unchecked") // Bouncy Castle declares the raw type.
  public Hashtable<Integer, byte[]> getServerExtensions() throws IOException {
    Hashtable<Integer, byte[]> extensions =
        TlsExtensionsUtils.ensureExtensionsInitialised(super.getServerExtensions());
    SrtpNegotiation.answer(extensions, profile);
    return extensions;
  }

  @Override
  public CertificateRequest getCertificateRequest() {
    return new CertificateRequest(
        CERTIFICATE_TYPES, TlsUtils.getDefaultSupportedSignatureAlgorithms(context), null);
  }

  @Override
  public void notifyClientCertificate(Certificate clientCertificate) throws IOException {
    PeerCertificate.verify(clientCertificate, agreed);
  }

  @Override
  protected TlsCredentialedSigner getECDSASignerCredentials() {
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        identity.crypto(),
        identity.privateKey(),
        identity.certificate(),
        new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    keys = Optional.of(SrtpNegotiation.export(context, profile, false));
  }
}
