package org.plenum.management.certificate;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.management.certificate.CertificateList.Place;
import org.plenum.management.certificate.ImportedCertificate.Effect;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.Operation;
import org.plenum.management.change.Plan;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.pki.CertificateDetails;
import org.plenum.model.pki.KeyPairs;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.TlsParameters;
import org.plenum.model.resource.CaCertificate;
import org.plenum.model.resource.TlsCertificate;

/**
 * Decides where the certificates of an import go. One whose key came along, or is stored with the
 * certificate that it renews, is a TLS certificate; all others are of authorities (SYS-283). Used
 * once.
 */
final class ImportPlan implements Plan {
  private final PemBundle bundle;
  private final List<X509Certificate> certificates;
  private final ResourceType<?> servers;
  private final ResourceType<?> authorities;
  private final List<Operation> operations = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();
  private final Map<X509Certificate, Step> steps = new HashMap<>();

  /**
   * What becomes of a certificate.
   *
   * @param holder object that has it already or gets it; empty if the operation makes it
   */
  private record Step(Effect effect, Optional<Holder> holder, int operation) {}

  ImportPlan(ResourceCatalog catalog, PemBundle bundle) {
    this.bundle = bundle;
    this.certificates = bundle.certificates().stream().distinct().toList();
    this.servers = catalog.type(TlsCertificate.class);
    this.authorities = catalog.type(CaCertificate.class);
  }

  @Override
  public List<Operation> operations(ConfigurationReader reader) {
    if (certificates.isEmpty()) {
      throw refused("There is no certificate in the PEM text.");
    }
    Map<PublicKey, PrivateKey> given = keys(bundle.privateKeys());
    requireCertificates(given);
    CertificateList stored = new CertificateList(reader, servers);
    Map<PublicKey, PrivateKey> known = keys(stored.keys());
    known.putAll(given);
    Map<X509Certificate, Map<String, String>> ofServers = new LinkedHashMap<>();
    Map<X509Certificate, Map<String, String>> ofAuthorities = new LinkedHashMap<>();
    for (X509Certificate certificate : certificates) {
      PrivateKey key = known.get(certificate.getPublicKey());
      if (key == null) {
        ofAuthorities.put(certificate, Map.of());
      } else {
        ofServers.put(certificate, new LinkedHashMap<>(Map.of(Holder.KEY, PemText.of(key))));
      }
    }
    addParameters(ofServers);
    plan(stored, ofServers);
    plan(new CertificateList(reader, authorities), ofAuthorities);
    return operations;
  }

  private static Map<PublicKey, PrivateKey> keys(List<PrivateKey> keys) {
    Map<PublicKey, PrivateKey> pairs = new LinkedHashMap<>();
    keys.forEach(key -> pairs.put(KeyPairs.of(key).getPublic(), key));
    return pairs;
  }

  private void requireCertificates(Map<PublicKey, PrivateKey> given) {
    for (Map.Entry<PublicKey, PrivateKey> pair : given.entrySet()) {
      if (certificates.stream().noneMatch(one -> one.getPublicKey().equals(pair.getKey()))) {
        throw refused(
            "Private key %d of %d belongs to none of the certificates."
                .formatted(
                    bundle.privateKeys().indexOf(pair.getValue()) + 1,
                    bundle.privateKeys().size()));
      }
    }
  }

  /** Parameters belong to the certificate with a key that they follow (SYS-282). */
  private void addParameters(Map<X509Certificate, Map<String, String>> ofServers) {
    for (TlsParameters parameters : bundle.tlsParameters()) {
      Optional<Map<String, String>> owner =
          bundle.certificates().subList(0, parameters.precedingCertificates()).reversed().stream()
              .filter(ofServers::containsKey)
              .map(ofServers::get)
              .findFirst();
      if (owner.isPresent()) {
        owner.get().merge(Holder.PARAMETERS, parameters.pem(), String::concat);
      } else if (!parameters.isCurve()) {
        throw refused("Diffie-Hellman parameters follow no certificate that has a private key.");
      }
    }
  }

  /** Which certificates stay is known before one of them is replaced. */
  private void plan(CertificateList list, Map<X509Certificate, Map<String, String>> given) {
    given.forEach(
        (certificate, fields) ->
            list.settle(certificate).ifPresent(place -> keep(place, certificate, fields)));
    given.forEach(
        (certificate, fields) -> {
          if (!steps.containsKey(certificate)) {
            list.replacedBy(certificate)
                .ifPresentOrElse(
                    place -> replace(place, certificate, fields),
                    () -> add(list.type(), certificate, fields));
          }
        });
    for (Holder holder : list.holders()) {
      holder.operation().ifPresent(operation -> add(operation, holder.title()));
    }
  }

  private void keep(Place place, X509Certificate certificate, Map<String, String> fields) {
    boolean changed =
        fields.containsKey(Holder.PARAMETERS)
            && place.holder().setParameters(fields.get(Holder.PARAMETERS));
    note(certificate, changed ? Effect.REPLACED : Effect.IGNORED, place.holder());
  }

  private void replace(Place place, X509Certificate certificate, Map<String, String> fields) {
    place.holder().replace(place.certificate(), certificate, fields);
    note(certificate, Effect.REPLACED, place.holder());
  }

  private void note(X509Certificate certificate, Effect effect, Holder holder) {
    steps.put(certificate, new Step(effect, Optional.of(holder), -1));
  }

  private void add(ResourceType<?> type, X509Certificate certificate, Map<String, String> fields) {
    Map<String, String> object = new LinkedHashMap<>(fields);
    object.put(Holder.CERTIFICATE, PemText.of(certificate));
    steps.put(certificate, new Step(Effect.ADDED, Optional.empty(), operations.size()));
    add(
        Operation.create(type.name(), Values.of(object)),
        CertificateDetails.of(certificate).label());
  }

  private void add(Operation operation, String subject) {
    operations.add(operation);
    subjects.add(subject);
  }

  /** What became of the certificates, in the order of the bundle. */
  List<ImportedCertificate> outcome(Accepted accepted) {
    return certificates.stream()
        .map(certificate -> outcome(certificate, steps.get(certificate), accepted))
        .toList();
  }

  private static ImportedCertificate outcome(
      X509Certificate certificate, Step step, Accepted accepted) {
    CertificateDetails details = CertificateDetails.of(certificate);
    StoredObject object =
        step.holder()
            .map(Holder::object)
            .orElseGet(() -> accepted.objects().get(step.operation()).orElseThrow());
    return new ImportedCertificate(
        step.effect(),
        object.type().name(),
        object.id(),
        details.subjectName(),
        details.issuerName());
  }

  /** The reasons of a refusal, with the names of the certificates. */
  List<String> problems(Rejected rejected) {
    return rejected.sentences(subjects::get);
  }

  private static CertificatesRefusedException refused(String problem) {
    return new CertificatesRefusedException(List.of(problem));
  }
}
