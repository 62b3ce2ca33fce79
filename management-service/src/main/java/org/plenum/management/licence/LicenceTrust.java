package org.plenum.management.licence;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.model.config.Stored;
import org.plenum.model.licence.LicenceAnswer;
import org.plenum.model.licence.LicenceException;
import org.plenum.model.licence.LicenceTerms;
import org.plenum.model.licence.MachineIdentity;
import org.plenum.model.pki.PemText;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.LicenceStatus;

/**
 * What is believed of signed licences: whose signatures, on which machine, when (SYS-234, SYS-251,
 * SYS-266). Immutable.
 *
 * @param issuers whose licences count
 * @param machine where the platform runs
 * @param now present time
 */
record LicenceTrust(List<X509Certificate> issuers, MachineIdentity machine, Instant now) {
  private static final int SIGNED = 1;
  private static final int FOR_THIS_MACHINE = 2;

  /** Trusts the issuers that the global settings name. */
  static LicenceTrust of(ConfigurationReader reader, MachineIdentity machine, Instant now) {
    return new LicenceTrust(
        reader
            .find(Global.class, 1)
            .map(Stored::value)
            .map(Global::licenceIssuers)
            .orElse(List.of()),
        machine,
        now);
  }

  /** Status and trust flags of a licence, as fields of its object. */
  Map<String, @Nullable Object> status(LicenceAnswer licence) {
    int flags =
        (licence.isFrom(issuers) ? SIGNED : 0)
            + (licence.machine().differences(machine).isEmpty() ? FOR_THIS_MACHINE : 0);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("trust_flags", (long) flags);
    fields.put("status", status(flags, licence.terms().orElseThrow()).wire());
    return fields;
  }

  /** The same for a licence as it is stored; one that cannot be read is corrupt. */
  Map<String, @Nullable Object> status(String signedLicence) {
    try {
      return status(LicenceAnswer.parse(signedLicence));
    } catch (LicenceException e) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("trust_flags", 0L);
      fields.put("status", LicenceStatus.CORRUPT.wire());
      return fields;
    }
  }

  private LicenceStatus status(int flags, LicenceTerms terms) {
    if (flags != SIGNED + FOR_THIS_MACHINE) {
      return LicenceStatus.CORRUPT;
    }
    if (now.isBefore(terms.validFrom())) {
      return LicenceStatus.NOT_YET_VALID;
    }
    // The last second belongs to the licence.
    return terms.validUntil().filter(end -> !now.isBefore(end.plusSeconds(1))).isPresent()
        ? LicenceStatus.EXPIRED
        : LicenceStatus.VALID;
  }

  /** All fields of a licence but those that tell how it came. */
  Map<String, @Nullable Object> fields(LicenceAnswer licence, String xml) {
    LicenceTerms terms = licence.terms().orElseThrow();
    Map<String, @Nullable Object> fields = status(licence);
    fields.put("license_type", terms.type().wire());
    fields.put("concurrent", (long) terms.concurrent());
    fields.put("concurrent_overdraft", (long) terms.overdraft());
    fields.put("start_date", terms.validFrom());
    fields.put("expiration_date", terms.validUntil().orElse(null));
    fields.put("product_id", terms.productId());
    fields.put("features", terms.features());
    fields.put("fulfillment_id", terms.fulfillmentId());
    fields.put("fulfillment_type", terms.expiration().isPresent() ? "subscription" : "perpetual");
    fields.put("server_chain", PemText.of(licence.issuer()));
    fields.put("signed_licence", xml);
    return fields;
  }
}
