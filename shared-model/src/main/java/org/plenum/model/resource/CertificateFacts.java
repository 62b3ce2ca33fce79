package org.plenum.model.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;

/** What the platform reads from a certificate when it is saved, so that one can see and find it. */
public record CertificateFacts(
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
