package org.plenum.model.resource;

import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** A Lync or Skype for Business server for outgoing calls (SYS-180 to SYS-186). */
@Resource(
    name = "mssip_proxy",
    label = "Lync / Skype for Business server",
    plural = "Lync / Skype for Business servers",
    menu = Menu.CALL_CONTROL,
    help =
        "A Front End Server or Director, never an Edge Server, for outgoing calls to Lync or Skype for Business. Locations in a public DMZ choose none, so that nodes find the right system in DNS.")
public record MssipProxy(
    @Field(label = "Name", help = "Name of the server.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(label = "Address", help = "IP address or host name of the server or pool.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "Port of the server; empty to find it in DNS.")
        @Default("5061")
        @Range(min = 1, max = 65535)
        @Nullable Integer port,
    @Field(label = "Transport", help = "Transport to the server.") @Default("tls")
        MssipTransport transport) {}
