package org.plenum.management.certificate;

import org.plenum.model.config.ResourceUri;

/**
 * What became of a certificate of an import.
 *
 * @param effect what was done
 * @param resource list that it belongs to
 * @param id object that has it now
 * @param subject name of its owner
 * @param issuer name of its authority
 */
public record ImportedCertificate(
    Effect effect, String resource, long id, String subject, String issuer) {
  /** What an import does with a certificate (SYS-284). */
  public enum Effect {
    /** It is new. */
    ADDED,
    /** It took the place of one with the same subject name. */
    REPLACED,
    /** It was there already. */
    IGNORED
  }

  /** Address of the object in the configuration API. */
  public String uri() {
    return ResourceUri.of(resource, id);
  }
}
