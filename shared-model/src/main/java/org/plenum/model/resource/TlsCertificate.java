package org.plenum.model.resource;

import java.util.List;
import org.plenum.model.access.Area;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Group;
import org.plenum.model.config.Inverse;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;
import org.plenum.model.pki.CertificateNames;

/**
 * A certificate that nodes or the management service present, with its key (SYS-267 to SYS-284).
 */
@Resource(
    name = "tls_certificate",
    label = "TLS certificate",
    plural = "TLS certificates",
    menu = Menu.PLATFORM,
    area = Area.CERTIFICATES,
    title = "subject_name",
    titleDetail = "issuer_name",
    help =
        "A certificate with which nodes prove who they are to HTTPS and SIP TLS "
            + "clients. Nodes refer to the one that they use.")
@Inverse(
    field = "nodes",
    of = {WorkerVm.class, ManagementVm.class},
    by = "tls_certificate",
    label = "Nodes",
    help =
        "The management node and conferencing nodes that present the certificate. A node has one: "
            + "adding it here replaces the one that it had.")
public record TlsCertificate(
    @Field(
            label = "Certificate",
            help =
                "The certificate in PEM form, with further certificates of its chain if "
                    + "there are any. One of them must fit the private key. For a request that "
                    + "OpenSSL makes, put extendedKeyUsage=serverAuth, clientAuth into its "
                    + "section [v3_req].",
            multiline = true)
        @Length(max = 200_000)
        @Format(Syntax.CERTIFICATE_PEM)
        String certificate,
    @Field(
            label = "Private key",
            help = "RSA or ECDSA key in PEM form. It is never shown again and cannot be changed.",
            createOnly = true,
            multiline = true)
        @Secret
        @Length(max = 12_288)
        @Format(Syntax.PRIVATE_KEY_PEM)
        String privateKey,
    @Field(
            label = "Private key passphrase",
            help = "Opens the private key if it is encrypted. It is not kept.",
            createOnly = true)
        @Secret
        @Default("")
        @Length(max = 250)
        String privateKeyPassphrase,
    @Field(
            label = "TLS parameters",
            help =
                "Diffie-Hellman parameters or the name of an elliptic curve in PEM form, "
                    + "for ephemeral keys.",
            multiline = true)
        @Default("")
        @Length(max = 12_288)
        String parameters,
    @Field(
            label = "Alternative names",
            help = "Further names of the owner, from the certificate.",
            readOnly = true,
            section = "Certificate")
        @Default("")
        String subjectAltNames,
    @Group CertificateFacts facts)
    implements Advised {
  @Override
  public void advise(Advice advice) {
    NodeAdvice.adviseOnNodes(advice, this);
    HostNameAdvice.advise(advice, this);
  }

  /** The names that the certificate gives its owner. */
  public CertificateNames names() {
    return new CertificateNames(facts.subjectName(), List.of(subjectAltNames.split(", ")));
  }
}
