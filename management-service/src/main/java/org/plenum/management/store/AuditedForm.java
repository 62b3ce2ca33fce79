package org.plenum.management.store;

import java.util.Optional;

/**
 * An object as the audit trail keeps it.
 *
 * @param json the object in the form of the API, secrets masked, without children
 * @param secrets its secret fields as a JSON object of texts, in the clear; empty if it has none,
 *     or was written by a release that did not keep them
 */
public record AuditedForm(String json, Optional<String> secrets) {
  /** The masked form only: a secret must not get into a log. */
  @Override
  public String toString() {
    return json;
  }
}
