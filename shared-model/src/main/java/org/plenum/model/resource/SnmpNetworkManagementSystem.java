package org.plenum.model.resource;

import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** A receiver of SNMP traps (PLAT-204 to PLAT-208). */
@Resource(
    name = "snmp_network_management_system",
    label = "SNMP NMS",
    plural = "SNMP NMSs",
    menu = Menu.SYSTEM,
    help =
        "A network management system that gets SNMP traps; the management node and each location choose theirs. There are no traps with SNMPv3.")
public record SnmpNetworkManagementSystem(
    @Field(label = "Name", help = "Name of the system.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 500)
        String description,
    @Field(label = "Address", help = "IP address or host name of the system.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "Port to which traps are sent. Many receivers listen on 162.")
        @Default("161")
        @Range(min = 1, max = 65535)
        int port,
    @Field(label = "SNMP trap community", help = "Community name in the traps.")
        @Default("public")
        @Length(max = 16)
        String snmpTrapCommunity) {}
