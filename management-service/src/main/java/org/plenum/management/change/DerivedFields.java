package org.plenum.management.change;

import java.util.List;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/** Fills fields that clients cannot set from others that they can. */
public interface DerivedFields {
  /** What the resources of the platform derive. */
  static List<DerivedFields> ofPlatform() {
    return List.of(
        CertificateFields.ofServers(),
        CertificateFields.ofAuthorities(),
        new SigningRequest(),
        new ThemeIdentity());
  }

  /** Name of the resource. */
  String resource();

  /**
   * The object with its derived fields.
   *
   * @param object the object as it would be stored; any field may be missing or wrong
   * @param violations where to report why they cannot be derived
   */
  Values derive(Values object, Violations.Builder violations);
}
