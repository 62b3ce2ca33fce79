package org.plenum.management.change;

import java.util.List;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.pki.CertificateDetails;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyMismatchException;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemException;
import org.plenum.model.pki.PkiException;

/**
 * What certificates say about themselves (SYS-277, SYS-301), and whether a certificate fits its key
 * (SYS-317).
 */
public final class CertificateFields implements DerivedFields {
  private static final String CERTIFICATE = "certificate";
  private static final String PRIVATE_KEY = "private_key";
  private static final String PARAMETERS = "parameters";
  private static final String KEY_MISMATCH =
      "Certificate and private key do not appear to be part of the same key pair.";

  private final String resource;
  private final boolean withKey;

  private CertificateFields(String resource, boolean withKey) {
    this.resource = resource;
    this.withKey = withKey;
  }

  /** For certificates that nodes present. */
  public static CertificateFields ofServers() {
    return new CertificateFields("tls_certificate", true);
  }

  /** For certificates of authorities. */
  public static CertificateFields ofAuthorities() {
    return new CertificateFields("ca_certificate", false);
  }

  @Override
  public String resource() {
    return resource;
  }

  @Override
  public Values derive(Values object, Violations.Builder violations) {
    if (object.text(CERTIFICATE).isEmpty()) {
      return object;
    }
    return derived(withKey ? OwnKey.opened(object, violations) : object, violations);
  }

  private Values derived(Values object, Violations.Builder violations) {
    if (violations.has(PRIVATE_KEY)) {
      return object;
    }
    checkParameters(object, violations);
    try {
      PemBundle bundle = PemBundle.parse(object.text(CERTIFICATE));
      if (bundle.certificates().isEmpty() || !bundle.privateKeys().isEmpty()) {
        violations.add(CERTIFICATE, "Give certificates in PEM form, and nothing else.");
        return object;
      }
      return withKey ? deriveFromOwn(object, bundle, violations) : described(object, bundle);
    } catch (PemException e) {
      violations.add(CERTIFICATE, e.sentence());
      return object;
    }
  }

  private static Values described(Values object, PemBundle bundle) {
    return described(object, CertificateDetails.of(bundle.certificates().getFirst()));
  }

  /** The certificate that the key belongs to, wherever it stands in the text. */
  private static Values deriveFromOwn(
      Values object, PemBundle bundle, Violations.Builder violations) {
    PemBundle key;
    try {
      key = PemBundle.parse(object.text(PRIVATE_KEY));
    } catch (PemException e) {
      violations.add(PRIVATE_KEY, e.sentence());
      return described(object, bundle);
    }
    try {
      Credentials credentials = bundle.and(key).credentials();
      return described(object, CertificateDetails.of(credentials.certificate()));
    } catch (KeyMismatchException e) {
      violations.add(CERTIFICATE, KEY_MISMATCH);
    } catch (PkiException e) {
      violations.add(PRIVATE_KEY, e.sentence());
    }
    return described(object, bundle);
  }

  private static Values described(Values object, CertificateDetails details) {
    Values described =
        object
            .with("subject_name", details.subjectName())
            .with("issuer_name", details.issuerName())
            .with("raw_subject", details.rawSubject())
            .with("raw_issuer", details.rawIssuer())
            .with("subject_hash", details.subjectHash())
            .with("issuer_hash", details.issuerHash())
            .with("start_date", details.startDate())
            .with("end_date", details.endDate())
            .with("serial_no", details.serialNo())
            .with("key_id", details.keyId().orElse(null))
            .with("issuer_key_id", details.issuerKeyId().orElse(null))
            .with("text", details.text());
    return object.has(PRIVATE_KEY) || object.has("subject_alt_names")
        ? described.with("subject_alt_names", joined(details.subjectAltNames()))
        : described;
  }

  private static String joined(List<String> names) {
    return String.join(", ", names);
  }

  /** Diffie-Hellman parameters or a curve for ephemeral keys, and nothing else (SYS-275). */
  private static void checkParameters(Values object, Violations.Builder violations) {
    String text = object.text(PARAMETERS);
    if (text.isEmpty()) {
      return;
    }
    try {
      PemBundle bundle = PemBundle.parse(text);
      if (bundle.tlsParameters().isEmpty()
          || !bundle.certificates().isEmpty()
          || !bundle.privateKeys().isEmpty()) {
        violations.add(PARAMETERS, "Give TLS parameters in PEM form, and nothing else.");
      }
    } catch (PemException e) {
      violations.add(PARAMETERS, e.sentence());
    }
  }
}
