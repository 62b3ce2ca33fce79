package org.plenum.model.licence;

import static org.plenum.model.licence.LicenceFormat.*;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.xml.SignedXml;
import org.plenum.model.xml.XmlElement;
import org.plenum.model.xml.XmlTreeReader;

/**
 * The signed answer of an issuer. Reading one says nothing about whether to believe it: see {@link
 * #requireIssuer} and {@link #requireAnswerTo}. Immutable.
 *
 * @param action what was asked for
 * @param requestId which request it answers
 * @param sequenceNumber of the request
 * @param entitlementId key of the licence
 * @param issued when it was signed
 * @param machine where the licence may be used
 * @param terms what it permits; empty for a return
 * @param issuer who claims to have signed it
 * @param signed signature and what it covers
 */
public record LicenceAnswer(
    LicenceAction action,
    String requestId,
    long sequenceNumber,
    String entitlementId,
    Instant issued,
    MachineIdentity machine,
    Optional<LicenceTerms> terms,
    X509Certificate issuer,
    SignedXml signed) {
  /** Longer texts are refused unread. */
  public static final int MAX_LENGTH = MAX_BYTES;

  private static final Set<String> ELEMENTS =
      Set.of(ACTION, REQUEST_ID, SEQUENCE_NUMBER, ENTITLEMENT_ID, ISSUED, MACHINE, TERMS);

  /**
   * Reads an answer.
   *
   * @throws LicenceException if it is none, or has no signature
   */
  public static LicenceAnswer parse(String xml) {
    if (xml.length() > MAX_LENGTH) {
      throw new LicenceException("The answer is longer than %d characters.".formatted(MAX_LENGTH));
    }
    try {
      return read(XmlTreeReader.read(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | PkiException e) {
      throw new LicenceException(
          "This is not the signed answer of a licence issuer: %s.".formatted(e.getMessage()), e);
    }
  }

  private static LicenceAnswer read(XmlElement outer) {
    outer.requireName(SIGNED_ANSWER);
    if (outer.optionalChild("signature").isEmpty()) {
      throw new LicenceException("The answer is not signed.");
    }
    SignedXml signed = SignedXml.read(outer, Set.of(ISSUER));
    X509Certificate issuer = PemBundle.parse(outer.childText(ISSUER)).onlyCertificate();
    XmlElement answer = XmlTreeReader.read(signed.content());
    answer.requireName(ANSWER);
    requireSchema(answer);
    answer.requireOnly(ELEMENTS);
    LicenceAction action = LicenceFormat.action(answer);
    Optional<LicenceTerms> terms = answer.optionalChild(TERMS).map(LicenceTerms::read);
    if (terms.isPresent() == (action == LicenceAction.RETURN)) {
      throw new IllegalArgumentException("only the answer to a return is without <licence>");
    }
    return new LicenceAnswer(
        action,
        text(answer, REQUEST_ID),
        number(answer, SEQUENCE_NUMBER, Long.MAX_VALUE),
        text(answer, ENTITLEMENT_ID),
        time(answer, ISSUED),
        LicenceFormat.machine(answer),
        terms,
        issuer,
        signed);
  }

  /**
   * Refuses an answer that none of the trusted issuers has signed, or that was changed since.
   *
   * @throws LicenceException saying which
   */
  public void requireIssuer(List<X509Certificate> trusted) {
    if (trusted.isEmpty()) {
      throw new LicenceException(
          "No licence issuer is trusted: enter its certificate in the global settings.");
    }
    if (!trusted.contains(issuer)) {
      throw new LicenceException(
          "The answer comes from the wrong issuer: %s is not trusted in the global settings."
              .formatted(issuer.getSubjectX500Principal().getName()));
    }
    try {
      if (!signed.isSignedBy(issuer.getPublicKey())) {
        throw new LicenceException("The signature is wrong: the answer was changed or damaged.");
      }
    } catch (GeneralSecurityException e) {
      throw new LicenceException("The signature cannot be verified: the answer is damaged.", e);
    }
  }

  /**
   * Refuses an answer to anything but this request.
   *
   * @throws LicenceException saying what it is an answer to
   */
  public void requireAnswerTo(LicenceOrder order) {
    if (sequenceNumber < order.sequenceNumber()) {
      throw new LicenceException(
          "This answer was for an earlier request: it has the sequence number %d, this request %d."
              .formatted(sequenceNumber, order.sequenceNumber()));
    }
    if (!requestId.equals(order.requestId())
        || sequenceNumber != order.sequenceNumber()
        || action != order.action()
        || !entitlementId.equals(order.entitlementId())) {
      throw new LicenceException(
          "The answer is for another request: %s %s, with the sequence number %d."
              .formatted(action.wire(), entitlementId, sequenceNumber));
    }
  }

  /**
   * Refuses an answer for another machine.
   *
   * @throws LicenceException naming what is different
   */
  public void requireMachine(MachineIdentity here) {
    Set<String> differences = machine.differences(here);
    if (!differences.isEmpty()) {
      throw new LicenceException(
          "The answer is for another machine: %s differ."
              .formatted(String.join(", ", differences)));
    }
  }

  /** Whether a trusted issuer has signed it and nobody has changed it since. */
  public boolean isFrom(List<X509Certificate> trusted) {
    try {
      requireIssuer(trusted);
      return true;
    } catch (LicenceException e) {
      return false;
    }
  }
}
