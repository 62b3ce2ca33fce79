package org.plenum.management.change;

import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.pki.KeyPairs;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.ServerCertificateRequest;
import org.plenum.model.pki.SubjectNames;

/**
 * Makes the key and the text of a certificate signing request when it is created (SYS-302 to
 * SYS-314); afterwards both stay as they are.
 */
final class SigningRequest implements DerivedFields {
  private static final String CSR = "csr";
  private static final String SUBJECT = "subject_name";
  private static final String ATTRIBUTES = "dn";
  private static final String NAMES = "additional_subject_alt_names";

  @Override
  public String resource() {
    return "certificate_signing_request";
  }

  @Override
  public Values derive(Values object, Violations.Builder violations) {
    boolean isMade = !object.text(CSR).isEmpty();
    if (isMade || object.text(SUBJECT).isBlank()) {
      return object;
    }
    Values opened = OwnKey.opened(object, violations);
    Optional<ServerCertificateRequest> request = request(opened, violations);
    if (request.isEmpty() || !violations.isEmpty()) {
      return opened;
    }
    return keys(opened, violations)
        .map(
            keys ->
                opened
                    .with(OwnKey.KEY, PemText.of(keys.getPrivate()))
                    .with(CSR, request.get().pem(keys)))
        .orElse(opened);
  }

  private static Optional<ServerCertificateRequest> request(
      Values object, Violations.Builder violations) {
    Optional<SubjectNames> names = names(object, violations);
    try {
      return names.map(
          known ->
              ServerCertificateRequest.of(
                  object.text(SUBJECT),
                  object.text(ATTRIBUTES),
                  known,
                  object.flag("ad_compatible")));
    } catch (PkiException e) {
      violations.add(ATTRIBUTES, e.sentence());
      return Optional.empty();
    }
  }

  private static Optional<SubjectNames> names(Values object, Violations.Builder violations) {
    List<String> names =
        Arrays.stream(object.text(NAMES).split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    try {
      SubjectNames given = SubjectNames.of(names);
      return Optional.of(
          object.flag("include_cn_in_san")
              ? given.and(SubjectNames.of(object.text(SUBJECT)))
              : given);
    } catch (IllegalArgumentException e) {
      String field = isNames(names) ? SUBJECT : NAMES;
      violations.add(field, "A name in the certificate is " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private static boolean isNames(List<String> names) {
    try {
      SubjectNames.of(names);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<KeyPair> keys(Values object, Violations.Builder violations) {
    String given = object.text(OwnKey.KEY);
    String type = object.text("private_key_type");
    if (!type.equals("UPLOAD") && !given.isEmpty()) {
      violations.add(OwnKey.KEY, "The type of the key must be UPLOAD if you give your own.");
      return Optional.empty();
    }
    return switch (type) {
      case "RSA2048" -> Optional.of(KeyType.RSA_2048.generate());
      case "RSA4096" -> Optional.of(KeyType.RSA_4096.generate());
      case "ECDSAP256" -> Optional.of(KeyType.EC_P256.generate());
      case "UPLOAD" -> uploaded(given, violations);
      default -> Optional.empty(); // The rules of the field say what is wrong.
    };
  }

  private static Optional<KeyPair> uploaded(String key, Violations.Builder violations) {
    try {
      return Optional.of(KeyPairs.of(PemBundle.parse(key).onlyPrivateKey()));
    } catch (PkiException e) {
      violations.add(OwnKey.KEY, e.sentence());
      return Optional.empty();
    }
  }
}
