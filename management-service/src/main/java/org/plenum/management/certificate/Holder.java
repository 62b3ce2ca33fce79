package org.plenum.management.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.management.change.Operation;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.Values;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.TlsParameters;

/** A stored object with its certificates, and what an import makes of them. For one thread. */
final class Holder {
  static final String CERTIFICATE = "certificate";
  static final String KEY = "private_key";
  static final String PARAMETERS = "parameters";

  private final StoredObject object;
  private final List<X509Certificate> certificates;
  private final List<TlsParameters> appended;
  private final Optional<Credentials> credentials;
  private final Map<String, String> changes = new LinkedHashMap<>();

  Holder(StoredObject object) {
    PemBundle content = PemBundle.parse(object.values().text(CERTIFICATE));
    String key = object.values().text(KEY);
    this.object = object;
    this.certificates = new ArrayList<>(content.certificates());
    this.appended = content.tlsParameters();
    this.credentials =
        key.isEmpty()
            ? Optional.empty()
            : Optional.of(content.and(PemBundle.parse(key)).credentials());
  }

  StoredObject object() {
    return object;
  }

  String title() {
    return object.title();
  }

  /** The key of a TLS certificate. */
  Optional<PrivateKey> key() {
    return credentials.map(Credentials::privateKey);
  }

  /** Certificates that newer ones may replace: beside a key only the one that belongs to it. */
  List<X509Certificate> replaceable() {
    return credentials.map(own -> List.of(own.certificate())).orElse(certificates);
  }

  /** Puts a certificate in the place of another, and its fields; those of its chain stay. */
  void replace(X509Certificate old, X509Certificate renewed, Map<String, String> fields) {
    certificates.set(certificates.indexOf(old), renewed);
    StringBuilder text = new StringBuilder(PemText.of(certificates));
    appended.forEach(parameters -> text.append(parameters.pem()));
    changes.put(CERTIFICATE, text.toString());
    changes.putAll(fields);
  }

  /** Sets the parameters; whether they were others. */
  boolean setParameters(String parameters) {
    if (object.values().text(PARAMETERS).equals(parameters)) {
      return false;
    }
    changes.put(PARAMETERS, parameters);
    return true;
  }

  /** What is to be done with the object. */
  Optional<Operation> operation() {
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Operation.Put(object.type().name(), object.id(), Values.of(changes), true));
  }
}
