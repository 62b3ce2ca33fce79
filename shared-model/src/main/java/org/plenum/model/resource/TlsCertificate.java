package org.plenum.model.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.model.access.Area;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
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
    help =
        "A certificate with which nodes prove who they are to HTTPS and SIP TLS "
            + "clients. Nodes refer to the one that they use.")
public record TlsCertificate(
    @Field(
            label = "Certificate",
            help =
                "The certificate in PEM form, with further certificates of its chain if "
                    + "there are any. One of them must fit the private key.",
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
    @Field(
            label = "Subject",
            help = "Name of the owner, from the certificate.",
            readOnly = true,
            section = "Certificate")
        String subjectName,
    @Field(
            label = "Issuer",
            help = "Name of the authority, from the certificate.",
            readOnly = true,
            section = "Certificate")
        String issuerName,
    @Field(
            label = "Valid from",
            help = "Start of validity, from the certificate.",
            readOnly = true,
            section = "Certificate")
        Instant startDate,
    @Field(
            label = "Valid until",
            help = "End of validity, from the certificate.",
            readOnly = true,
            section = "Certificate")
        Instant endDate,
    @Field(
            label = "Serial number",
            help = "Serial number, from the certificate.",
            readOnly = true,
            section = "Certificate")
        String serialNo,
    @Field(
            label = "Key identifier",
            help = "Identifier of the key, from the certificate.",
            readOnly = true,
            section = "Certificate")
        @Nullable String keyId,
    @Field(
            label = "Issuer key identifier",
            help = "Identifier of the key of the authority, from the certificate.",
            readOnly = true,
            section = "Certificate")
        @Nullable String issuerKeyId,
    @Field(
            label = "Subject hash",
            help = "Hash of the subject under which OpenSSL looks the certificate up.",
            readOnly = true,
            section = "Certificate")
        @Default("")
        String subjectHash,
    @Field(
            label = "Issuer hash",
            help = "Hash of the issuer under which OpenSSL looks the authority up.",
            readOnly = true,
            section = "Certificate")
        @Default("")
        String issuerHash,
    @Field(
            label = "Raw subject",
            help = "Complete name of the owner.",
            readOnly = true,
            section = "Certificate")
        @Default("")
        String rawSubject,
    @Field(
            label = "Raw issuer",
            help = "Complete name of the authority.",
            readOnly = true,
            section = "Certificate")
        @Default("")
        String rawIssuer,
    @Field(
            label = "Text",
            help = "The certificate in readable form.",
            readOnly = true,
            multiline = true,
            section = "Certificate")
        @Default("")
        String text) {
  /** The names that the certificate gives its owner. */
  public CertificateNames names() {
    return new CertificateNames(subjectName, List.of(subjectAltNames.split(", ")));
  }
}
