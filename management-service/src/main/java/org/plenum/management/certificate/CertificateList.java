package org.plenum.management.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.model.config.ResourceType;

/** The certificates that one of the two lists has before an import. For one thread. */
final class CertificateList {
  private final ResourceType<?> type;
  private final List<Holder> holders = new ArrayList<>();
  private final Set<Place> settled = new HashSet<>();

  /** A certificate where it is stored. */
  record Place(Holder holder, X509Certificate certificate) {}

  CertificateList(ConfigurationReader reader, ResourceType<?> type) {
    this.type = type;
    reader.forEach(type, object -> holders.add(new Holder(object)));
  }

  ResourceType<?> type() {
    return type;
  }

  List<Holder> holders() {
    return holders;
  }

  /** Keys of TLS certificates. */
  List<PrivateKey> keys() {
    return holders.stream().flatMap(holder -> holder.key().stream()).toList();
  }

  private Stream<Place> places() {
    return holders.stream()
        .flatMap(
            holder ->
                holder.replaceable().stream().map(certificate -> new Place(holder, certificate)));
  }

  /** Where this very certificate is; it is not replaced then. */
  Optional<Place> settle(X509Certificate certificate) {
    Optional<Place> place =
        places().filter(one -> one.certificate().equals(certificate)).findFirst();
    place.ifPresent(settled::add);
    return place;
  }

  /**
   * The certificate that a newer one replaces: of those with its subject name the one with the same
   * key, else the one that ends first. None is replaced twice.
   */
  Optional<Place> replacedBy(X509Certificate newer) {
    Optional<Place> place =
        places()
            .filter(one -> !settled.contains(one))
            .filter(one -> sameSubject(one.certificate(), newer))
            .min(
                Comparator.comparing((Place one) -> !sameKey(one.certificate(), newer))
                    .thenComparing(one -> one.certificate().getNotAfter()));
    place.ifPresent(settled::add);
    return place;
  }

  private static boolean sameSubject(X509Certificate one, X509Certificate other) {
    return one.getSubjectX500Principal().equals(other.getSubjectX500Principal());
  }

  private static boolean sameKey(X509Certificate one, X509Certificate other) {
    return one.getPublicKey().equals(other.getPublicKey());
  }
}
