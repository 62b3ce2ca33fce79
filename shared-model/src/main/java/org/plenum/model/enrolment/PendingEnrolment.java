package org.plenum.model.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.plenum.model.enrolment.EnrolmentException.Reason;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CertificateRequest;

/**
 * What the management service stores about a secret that it has given out.
 *
 * <p>A secret is good for one key. The first request binds it to the key of that request; the same
 * key may ask again while the secret is valid, since the answer may have been lost on its way and
 * only the holder of that private key gains by it. Every other key is refused.
 *
 * @param secretHash from {@link EnrolmentSecret#hash()}
 * @param expires last moment at which the secret is accepted
 * @param usedBy fingerprint of the key that was certified, once one was
 */
public record PendingEnrolment(
    String secretHash, Instant expires, Optional<CertificateFingerprint> usedBy) {

  /** A secret that nobody has used. */
  public static PendingEnrolment of(EnrolmentSecret secret, Instant expires) {
    return new PendingEnrolment(secret.hash(), expires, Optional.empty());
  }

  /**
   * Decides about a request. The result must be stored, in one transaction with the check, before
   * the certificate is given out.
   *
   * @throws EnrolmentException if the secret does not entitle this key to a certificate
   */
  public PendingEnrolment redeem(
      EnrolmentSecret presented, CertificateRequest request, Instant now) {
    if (!presented.hasHash(secretHash)) {
      throw new EnrolmentException(
          Reason.WRONG_SECRET, "the enrolment secret is not that of the node's latest document");
    }
    if (now.isAfter(expires)) {
      throw new EnrolmentException(
          Reason.EXPIRED,
          "the enrolment secret expired at " + expires + "; download a new document");
    }
    CertificateFingerprint key = request.keyFingerprint();
    if (usedBy.isPresent() && !usedBy.get().equals(key)) {
      throw new EnrolmentException(
          Reason.USED, "the enrolment secret has already been used; download a new document");
    }
    return new PendingEnrolment(secretHash, expires, Optional.of(key));
  }
}
