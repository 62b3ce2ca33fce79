package org.plenum.model.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.plenum.model.pki.PlatformIdentity.Console;
import org.plenum.model.pki.PlatformIdentity.Management;
import org.plenum.model.pki.PlatformIdentity.Node;

/**
 * The platform's private certificate authority. It exists once per platform, at the management
 * service, and certifies who is who inside the platform; it has no part in certificates that
 * endpoints and browsers see, unless nothing better is configured.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CertificateAuthority {
  /** Signature over documents, see {@link #sign(byte[])}. */
  public static final String SIGNATURE_ALGORITHM = "SHA256withECDSA";

  private static final Duration OWN_LENGTH = Duration.ofDays(20 * 365 + 5);
  private static final Duration MANAGEMENT_LENGTH = Duration.ofDays(2 * 365);
  private static final Duration PEER_LENGTH = Duration.ofDays(365);

  private final Credentials credentials;
  private final InstantSource clock;

  /**
   * The authority with existing credentials.
   *
   * @throws PkiException if their certificate is not that of an elliptic-curve authority
   */
  public CertificateAuthority(Credentials credentials, InstantSource clock) {
    X509Certificate certificate = credentials.certificate();
    if (certificate.getBasicConstraints() < 0) {
      throw new PkiException(
          "not a certificate of an authority: " + certificate.getSubjectX500Principal().getName());
    }
    if (!certificate.getPublicKey().getAlgorithm().equals("EC")) {
      throw new PkiException("the platform's certificate authority needs an elliptic-curve key");
    }
    this.credentials = credentials;
    this.clock = clock;
  }

  /** A new authority with a new key. */
  public static CertificateAuthority create(String commonName, InstantSource clock) {
    KeyPair keys = KeyType.EC_P256.generate();
    CertificateLifetime lifetime = CertificateLifetime.startingAt(clock.instant(), OWN_LENGTH);
    X509Certificate certificate =
        new CertificateBuilder(commonName, keys.getPublic(), lifetime)
            .forAuthority()
            .selfSigned(keys.getPrivate());
    return new CertificateAuthority(
        new Credentials(keys.getPrivate(), List.of(certificate)), clock);
  }

  /** The authority kept in {@code store}; a new one is made and kept there the first time. */
  public static CertificateAuthority open(
      CredentialStore store, String commonName, InstantSource clock) {
    return store
        .load()
        .map(kept -> new CertificateAuthority(kept, clock))
        .orElseGet(
            () -> {
              CertificateAuthority authority = create(commonName, clock);
              store.save(authority.credentials);
              return authority;
            });
  }

  Credentials credentials() {
    return credentials;
  }

  /** What all members of the platform trust. */
  public X509Certificate certificate() {
    return credentials.certificate();
  }

  /**
   * Certifies the key of a request. The management service and nodes may act as server and client,
   * consoles only as client.
   *
   * @param names host names and addresses of a server; consoles have none
   * @return the certificate, followed by that of this authority
   */
  public List<X509Certificate> issue(
      CertificateRequest request, PlatformIdentity identity, SubjectNames names) {
    CertificateLifetime lifetime =
        CertificateLifetime.startingAt(clock.instant(), lengthFor(identity))
            .within(CertificateLifetime.of(certificate()));
    CertificateBuilder builder =
        new CertificateBuilder(commonNameOf(identity), request.publicKey(), lifetime)
            .uri(identity.urn())
            .forClients();
    if (identity instanceof Console) {
      if (!names.equals(SubjectNames.NONE)) {
        throw new IllegalArgumentException("a console's certificate carries no host names");
      }
    } else {
      builder.names(names).forServers();
    }
    return List.of(builder.signedBy(credentials), certificate());
  }

  /** Certifies a new key made here: for the management service itself. */
  public Credentials issueWithNewKey(PlatformIdentity identity, SubjectNames names) {
    KeyPair keys = KeyType.EC_P256.generate();
    CertificateRequest request = CertificateRequest.create(keys, commonNameOf(identity));
    return new Credentials(keys.getPrivate(), issue(request, identity, names));
  }

  /** Signs a document of the platform with {@link #SIGNATURE_ALGORITHM}. */
  public byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(SIGNATURE_ALGORITHM);
      signature.initSign(credentials.privateKey());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new PkiException("the certificate authority's key cannot sign", e);
    }
  }

  private static Duration lengthFor(PlatformIdentity identity) {
    return identity instanceof Management ? MANAGEMENT_LENGTH : PEER_LENGTH;
  }

  private static String commonNameOf(PlatformIdentity identity) {
    return switch (identity) {
      case Management() -> "Plenum management";
      case Node(int id) -> "Plenum node " + id;
      case Console(var id) -> "Plenum console " + id;
    };
  }
}
