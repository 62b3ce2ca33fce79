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

/** A proxy for outgoing SIP calls (SYS-168 to SYS-179). */
@Resource(
    name = "sip_proxy",
    label = "SIP proxy",
    plural = "SIP proxies",
    menu = Menu.CALL_CONTROL,
    help =
        "A proxy for outgoing SIP calls. It is used where a location or a call routing rule chooses it; the platform does not register to it.")
public record SipProxy(
    @Field(label = "Name", help = "Name of the proxy.", unique = true) @Length(max = 250)
        String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(label = "Address", help = "IP address or host name of the proxy.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "Port of the proxy; empty to find it in DNS by the transport.")
        @Default("5061")
        @Range(min = 1, max = 65535)
        @Nullable Integer port,
    @Field(label = "Transport", help = "Transport to the proxy.") @Default("tls")
        SipTransport transport) {}
