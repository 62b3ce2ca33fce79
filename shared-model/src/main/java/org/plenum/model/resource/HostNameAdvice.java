package org.plenum.model.resource;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;

/** Whether certificates are valid for the host names of those who present them (SYS-273). */
final class HostNameAdvice {

  /** Who presents a certificate, under the host name that its clients know. */
  private record Presenter(String name, String host, @Nullable Ref<TlsCertificate> certificate) {
    static Presenter of(ManagementVm node) {
      return new Presenter(node.name(), node.fqdn(), node.tlsCertificate());
    }

    /** Empty for a node that peers know by its SIP TLS FQDN, which has advice of its own. */
    static Optional<Presenter> of(WorkerVm node) {
      String other = node.alternativeFqdn();
      return other.isEmpty() || other.equalsIgnoreCase(node.fqdn())
          ? Optional.of(new Presenter(node.name(), node.fqdn(), node.tlsCertificate()))
          : Optional.empty();
    }
  }

  private HostNameAdvice() {}

  /** Asks for the management node. */
  static void advise(Advice advice, ManagementVm node) {
    advise(advice, Presenter.of(node));
  }

  /** Asks for a conferencing node. */
  static void advise(Advice advice, WorkerVm node) {
    Presenter.of(node).ifPresent(presenter -> advise(advice, presenter));
  }

  private static void advise(Advice advice, Presenter presenter) {
    Ref<TlsCertificate> certificate = presenter.certificate();
    if (certificate != null) {
      advice
          .view()
          .find(TlsCertificate.class, certificate)
          .filter(found -> !found.value().names().cover(presenter.host()))
          .ifPresent(
              found ->
                  advice.doubt(
                      "tls_certificate",
                      "The certificate does not have the host name %s."
                          .formatted(presenter.host())));
    }
  }

  /** The same, seen from the certificate. */
  static void advise(Advice advice, TlsCertificate certificate) {
    Stream<Presenter> management =
        advice.view().all(ManagementVm.class).map(Stored::value).map(Presenter::of);
    Stream<Presenter> nodes =
        advice
            .view()
            .all(WorkerVm.class)
            .map(Stored::value)
            .map(Presenter::of)
            .flatMap(Optional::stream);
    Stream.concat(management, nodes)
        .filter(
            presenter -> presenter.certificate() != null && advice.isSelf(presenter.certificate()))
        .filter(presenter -> !certificate.names().cover(presenter.host()))
        .forEach(
            presenter ->
                advice.doubt(
                    "nodes",
                    "%s: The certificate does not have the host name %s."
                        .formatted(presenter.name(), presenter.host())));
  }
}
