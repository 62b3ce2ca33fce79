package org.plenum.model.resource;

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
import org.plenum.model.config.When;

/** A request for a certificate, with the private key that waits for it (SYS-302 to SYS-317). */
@Resource(
    name = "certificate_signing_request",
    label = "certificate signing request",
    plural = "certificate signing requests",
    menu = Menu.UTILITIES,
    area = Area.CERTIFICATES,
    title = "subject_name",
    replicated = false,
    help =
        "Asks an authority for a certificate. The private key stays in the platform. A request cannot be changed: delete it and make another one.")
public record CertificateSigningRequest(
    @Field(
            label = "Subject name",
            help =
                "Common name of the owner: usually the full host name of a node, or its SIP TLS FQDN.",
            createOnly = true)
        @Length(max = 250)
        String subjectName,
    @Field(
            label = "Distinguished name",
            help =
                "Further attributes of the owner, for example O=Example,OU=Video,L=Oslo,C=NO; a country has 2 letters.",
            createOnly = true)
        @Default("")
        @Length(max = 250)
        String dn,
    @Field(
            label = "Subject alternative names",
            help =
                "Further names that the certificate shall hold for, separated by commas. One certificate can serve every node if it has the names of all.",
            createOnly = true,
            section = "Names")
        @Default("")
        @Length(max = 500)
        String additionalSubjectAltNames,
    @Field(
            label = "Include common name in subject alternative names",
            help = "The subject name becomes one of the alternative names, as most clients expect.",
            createOnly = true,
            section = "Names")
        @Default("true")
        boolean includeCnInSan,
    @Field(
            label = "Private key type",
            help = "Key that is made for the certificate, or a key of your own.",
            createOnly = true,
            section = "Private key")
        @Default("RSA2048")
        PrivateKeyType privateKeyType,
    @Field(
            label = "Private key",
            help = "RSA or ECDSA key in PEM form. It is never shown.",
            createOnly = true,
            multiline = true,
            section = "Private key")
        @When(field = "private_key_type", is = "UPLOAD")
        @Secret
        @Length(max = 12_288)
        @Format(Syntax.PRIVATE_KEY_PEM)
        @Nullable String privateKey,
    @Field(
            label = "Private key passphrase",
            help = "Opens the private key if it is encrypted. It is not kept.",
            createOnly = true,
            section = "Private key")
        @When(field = "private_key_type", is = "UPLOAD")
        @Default("")
        @Secret
        @Length(max = 250)
        String privateKeyPassphrase,
    @Field(
            label = "Include Microsoft certificate template extension",
            help = "Asks for the template WebServer, which Microsoft enterprise authorities need.",
            createOnly = true,
            section = "Advanced")
        @Default("false")
        boolean adCompatible,
    @Field(
            label = "Request",
            help = "The request in PEM form, for the authority.",
            readOnly = true,
            multiline = true,
            section = "Request")
        String csr) {}
