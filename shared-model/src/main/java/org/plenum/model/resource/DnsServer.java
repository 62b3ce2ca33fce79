package org.plenum.model.resource;

import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** A DNS server (PLAT-174 to PLAT-176). */
@Resource(
    name = "dns_server",
    label = "DNS server",
    plural = "DNS servers",
    menu = Menu.SYSTEM,
    title = "address",
    help = "A server that resolves host names for nodes and the management service.")
public record DnsServer(
    @Field(label = "Address", help = "IP address of the server.") @Format(Syntax.IP_ADDRESS)
        String address,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description) {}
