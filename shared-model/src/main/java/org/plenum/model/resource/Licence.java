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
 * A licence that is installed (SYS-230 to SYS-234, SYS-252 to SYS-256). It is made of the signed
 * answer of the issuer, so nothing of it can be written by hand: adding one makes a {@link
 * LicenceRequest}.
 */
@Resource(
    name = "licence",
    label = "licence",
    plural = "licences",
    menu = Menu.PLATFORM,
    area = Area.LICENCES,
    title = "entitlement_id",
    replicated = false,
    managed = true,
    help =
        "Permits a number of calls at a time, over the whole platform. Enter the key that you have "
            + "got from the issuer; everything else comes from the issuer's signed answer.")
public record Licence(
    @Field(
            label = "Licence entitlement key",
            help = "Key that the issuer has given you: letters, digits, dots, hyphens.",
            createOnly = true,
            unique = true)
        @Length(max = 100)
        @Format(Syntax.KEY)
        String entitlementId,
    @Field(
            label = "Manually activate",
            help =
                "Do not contact the licensing server, but store the request, so that you can take "
                    + "it to the issuer as a file.",
            createOnly = true)
        @Default("false")
        boolean offlineMode,
    @Field(
            label = "Status",
            help =
                "Whether the licence counts now. Corrupt: it was issued for another machine or by "
                    + "another issuer; repair it.",
            readOnly = true,
            section = "Licence")
        LicenceStatus status,
    @Field(
            label = "Kind",
            help = "Audio: calls without video. Port: calls of any kind.",
            readOnly = true,
            section = "Licence")
        LicenceType licenseType,
    @Field(
            label = "Concurrent calls",
            help = "Calls at a time that the licence permits.",
            readOnly = true,
            section = "Licence")
        int concurrent,
    @Field(
            label = "Overdraft",
            help = "Further calls that are tolerated for a while.",
            readOnly = true,
            section = "Licence")
        int concurrentOverdraft,
    @Field(
            label = "Valid from",
            help = "Start of validity: 00:00 Pacific standard time of the first day.",
            readOnly = true,
            section = "Licence")
        Instant startDate,
    @Field(
            label = "Valid until",
            help = "End of validity: 23:59:59 UTC of the last day; empty: it does not expire.",
            readOnly = true,
            section = "Licence")
        @Nullable Instant expirationDate,
    @Field(
            label = "Product",
            help = "Product that the licence is for.",
            readOnly = true,
            section = "Licence")
        String productId,
    @Field(
            label = "Features",
            help = "Parts of the product that the licence names, separated by commas.",
            readOnly = true,
            section = "Licence")
        @Default("")
        String features,
    @Field(
            label = "Fulfillment identifier",
            help = "Identifies this activation at the issuer.",
            readOnly = true,
            section = "Activation")
        String fulfillmentId,
    @Field(
            label = "Fulfillment type",
            help = "Perpetual, or a subscription that expires.",
            readOnly = true,
            section = "Activation")
        String fulfillmentType,
    @Field(
            label = "Trust flags",
            help =
                "1: signed by a trusted issuer; 2: for this machine; 3: both, as it should be; 0: "
                    + "neither.",
            readOnly = true,
            section = "Activation")
        int trustFlags,
    @Field(
            label = "Repairs",
            help = "How often the licence has been repaired.",
            readOnly = true,
            section = "Activation")
        @Default("0")
        int repair,
    @Field(
            label = "Issuer",
            help = "Certificate of the issuer, in PEM form.",
            readOnly = true,
            multiline = true,
            section = "Activation")
        String serverChain,
    @Field(
            label = "Signed licence",
            help = "The issuer's answer, from which all of the above was read.",
            readOnly = true,
            multiline = true,
            section = "Activation")
        String signedLicence) {}
