package org.plenum.model.resource;

import java.security.cert.X509Certificate;
import org.plenum.model.access.Area;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Group;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;
import org.plenum.model.pki.PemBundle;

/**
 * A certificate of an authority that is trusted in addition to those that ship with the product
 * (SYS-297 to SYS-301).
 */
@Resource(
    name = "ca_certificate",
    label = "trusted CA certificate",
    plural = "trusted CA certificates",
    menu = Menu.PLATFORM,
    area = Area.CERTIFICATES,
    title = "subject_name",
    help =
        "An authority whose certificates are trusted, in addition to those that "
            + "ship with the product; also intermediate authorities, to complete "
            + "chains.")
public record CaCertificate(
    @Field(
            label = "Certificate",
            help = "One or several certificates in PEM form.",
            multiline = true)
        @Length(max = 200_000)
        @Format(Syntax.CERTIFICATE_PEM)
        String certificate,
    @Field(
            label = "Trusted intermediate",
            help = "Chains may end at this authority, though another one has certified it.")
        @Default("false")
        boolean trustedIntermediate,
    @Group CertificateFacts facts) {
  /** Whether chains may end at one of the certificates (SYS-299). */
  public boolean endsChains() {
    return PemBundle.parse(certificate).certificates().stream().anyMatch(this::endsChains);
  }

  /** Whether chains may end at one of the certificates. */
  public boolean endsChains(X509Certificate one) {
    return trustedIntermediate
        || one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
  }
}
