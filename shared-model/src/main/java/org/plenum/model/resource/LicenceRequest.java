package org.plenum.model.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenum.model.access.Area;
import org.plenum.model.config.Field;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;

/**
 * A request to the issuer of licences that has not been answered yet (SYS-257, SYS-260 to SYS-265).
 */
@Resource(
    name = "licence_request",
    label = "stored licence request",
    plural = "stored licence requests",
    menu = Menu.PLATFORM,
    area = Area.LICENCES,
    title = "reference",
    replicated = false,
    managed = true,
    help =
        "Waits for the answer of the issuer. Export it, send the file to the issuer, and complete "
            + "the request with the file that comes back.")
public record LicenceRequest(
    @Field(
            label = "Sequence number",
            help = "Grows with each request; the answer must have the same.",
            readOnly = true,
            unique = true)
        @Length(max = 20)
        String sequenceNumber,
    @Field(
            label = "Reference",
            help = "Licence entitlement key that the request is about.",
            readOnly = true)
        @Length(max = 100)
        String reference,
    @Field(label = "Action", help = "What the request asks for.", readOnly = true)
        LicenceAction actions,
    @Field(label = "Created", help = "When the request was made.", readOnly = true)
        Instant generationTime,
    @Field(label = "Status", help = "Why the request is waiting.", readOnly = true)
        @Length(max = 1000)
        String status,
    @Field(
            label = "Licence",
            help = "Licence that is to be returned or repaired; empty for an activation.",
            readOnly = true)
        @Nullable Ref<Licence> licence,
    @Field(
            label = "Request",
            help =
                "The request as a file for the issuer. Machines are described by hashes, which tell "
                    + "nothing about them.",
            readOnly = true,
            multiline = true,
            section = "Request")
        String requestXml) {}
