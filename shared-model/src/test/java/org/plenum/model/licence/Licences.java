package org.plenum.model.licence;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.resource.LicenceType;

/** Issuers, machines and licences for tests. */
final class Licences {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final UUID INSTALLATION = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final MachineIdentity MACHINE = machine("192.0.2.10");

  private Licences() {}

  /** A machine with this address. */
  static MachineIdentity machine(String address) {
    return MachineIdentity.of(INSTALLATION, Map.of("address", address));
  }

  /** An issuer with a new key. */
  static LicenceIssuer issuer(String name) {
    return new LicenceIssuer(CertificateAuthority.create(name, CLOCK), CLOCK);
  }

  /** A first activation. */
  static LicenceOrder order() {
    return order(LicenceAction.ACTIVATE, 7, "KEY-1");
  }

  static LicenceOrder order(LicenceAction action, long sequenceNumber, String key) {
    return new LicenceOrder(
        action,
        "request-" + sequenceNumber,
        sequenceNumber,
        key,
        action == LicenceAction.ACTIVATE ? Optional.empty() : Optional.of("F-1"),
        NOW,
        "1.0.0",
        MACHINE);
  }

  /** Ten ports from the first to the last day. */
  static LicenceTerms terms(String firstDay, String lastDay) {
    return new LicenceTerms(
        "F-" + firstDay,
        "Plenum",
        LicenceType.PORT,
        "",
        10,
        2,
        LocalDate.parse(firstDay),
        Optional.of(LocalDate.parse(lastDay)));
  }
}
