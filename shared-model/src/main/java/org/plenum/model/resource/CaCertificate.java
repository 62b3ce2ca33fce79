package org.plenum.model.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenum.model.access.Area;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

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
        String text) {}
