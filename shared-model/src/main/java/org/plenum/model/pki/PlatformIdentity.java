package org.plenum.model.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Who holds a certificate of the platform. The identity is the one URI subject alternative name;
 * host names and addresses in the certificate are only for clients that look at those.
 *
 * <p>The platform publishes no revocation lists: every peer checks the identity of each connection
 * against what it knows to exist (a node's record, a console's enrolment), so that deleting the
 * record revokes the certificate at once (INST-164).
 */
public sealed interface PlatformIdentity {
  /** The management service. */
  record Management() implements PlatformIdentity {
    @Override
    public String urn() {
      return "urn:plenum:management";
    }
  }

  /**
   * A conferencing node.
   *
   * @param id id of its {@code worker_vm} resource, 1 or more
   */
  record Node(int id) implements PlatformIdentity {
    /** Refuses ids that no resource has. */
    public Node {
      if (id < 1) {
        throw new IllegalArgumentException("node id must be 1 or more, not " + id);
      }
    }

    @Override
    public String urn() {
      return "urn:plenum:node:" + id;
    }
  }

  /**
   * An administration console.
   *
   * @param id given at its enrolment
   */
  record Console(UUID id) implements PlatformIdentity {
    @Override
    public String urn() {
      return "urn:plenum:console:" + id;
    }
  }

  /** The URI subject alternative name that states this identity. */
  String urn();

  /**
   * Reads a name in exactly the form that {@link #urn()} writes.
   *
   * @throws IdentityException if it is not in that form
   */
  static PlatformIdentity parse(String urn) {
    Matcher name = Urn.FORM.matcher(urn);
    if (!name.matches()) {
      throw new IdentityException("not a platform identity: " + Urn.printable(urn));
    }
    if (name.group("node") != null) {
      try {
        return new Node(Integer.parseInt(name.group("node")));
      } catch (NumberFormatException e) {
        throw new IdentityException("node id out of range: " + Urn.printable(urn), e);
      }
    }
    if (name.group("console") != null) {
      return new Console(UUID.fromString(name.group("console")));
    }
    return new Management();
  }

  /**
   * The identity in a certificate. Says nothing about who signed it: ask only for certificates that
   * a trust manager has accepted.
   *
   * @throws IdentityException if the certificate has no URI name, several, or one of another form
   */
  static PlatformIdentity of(X509Certificate certificate) {
    List<String> uris = Urn.namesOf(certificate);
    if (uris.size() != 1) {
      throw new IdentityException(
          "a platform certificate has one URI name, this one has %d: %s"
              .formatted(uris.size(), certificate.getSubjectX500Principal().getName()));
    }
    return parse(uris.getFirst());
  }

  /**
   * The identity of the peer of a finished handshake.
   *
   * @throws IdentityException if the peer showed no certificate, or one without identity
   */
  static PlatformIdentity of(SSLSession session) {
    try {
      return of((X509Certificate) session.getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException e) {
      throw new IdentityException("the peer showed no certificate", e);
    }
  }

  /** The written form of identities, kept out of the interface's face. */
  final class Urn {
    private static final Pattern FORM =
        Pattern.compile(
            "urn:plenum:(?:management|node:(?<node>[1-9][0-9]{0,9})"
                + "|console:(?<console>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))");

    /** Type of a URI in {@link X509Certificate#getSubjectAlternativeNames()} (RFC 5280). */
    private static final int URI_NAME = 6;

    private Urn() {}

    private static List<String> namesOf(X509Certificate certificate) {
      Collection<List<?>> names;
      try {
        names = certificate.getSubjectAlternativeNames();
      } catch (CertificateParsingException e) {
        throw new IdentityException("the subject alternative names cannot be decoded", e);
      }
      List<String> uris = new ArrayList<>();
      if (names != null) {
        for (List<?> name : names) {
          if (name.get(0).equals(URI_NAME)) {
            uris.add((String) name.get(1));
          }
        }
      }
      return uris;
    }

    private static String printable(String urn) {
      String shown = urn.length() > 100 ? urn.substring(0, 100) + "…" : urn;
      return shown.replaceAll("\\p{Cntrl}", "?");
    }
  }
}
