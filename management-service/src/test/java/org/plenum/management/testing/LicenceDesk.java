package org.plenum.management.testing;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.plenum.model.licence.LicenceIssuer;
import org.plenum.model.licence.LicenceOrder;
import org.plenum.model.licence.LicenceTerms;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.PemText;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.resource.LicenceType;

/** An issuer of licences that grants what it is asked for. */
public final class LicenceDesk {
  private final LicenceIssuer issuer;
  private LocalDate firstDay = LocalDate.of(2020, 1, 1);
  private Optional<LocalDate> lastDay = Optional.empty();
  private LicenceType type = LicenceType.PORT;

  public LicenceDesk(String name, InstantSource clock) {
    issuer = new LicenceIssuer(CertificateAuthority.create(name, clock), clock);
  }

  /** What platforms have to trust. */
  public String certificate() {
    return PemText.of(issuer.certificate());
  }

  /** From now on, licences are for these days. */
  public void grant(LocalDate first, LocalDate last) {
    firstDay = first;
    lastDay = Optional.of(last);
  }

  /** From now on, licences are for these calls. */
  public void grant(LicenceType calls) {
    type = calls;
  }

  /** The signed answer to a request. */
  public String answer(String requestXml) {
    LicenceOrder order = LicenceOrder.parse(requestXml.getBytes(StandardCharsets.UTF_8));
    return issuer.answer(
        order,
        order.action() == LicenceAction.RETURN ? Optional.empty() : Optional.of(terms(order)));
  }

  private LicenceTerms terms(LicenceOrder order) {
    return new LicenceTerms(
        order.fulfillmentId().orElse(order.requestId()),
        "Plenum",
        type,
        "",
        10,
        2,
        firstDay,
        lastDay);
  }
}
