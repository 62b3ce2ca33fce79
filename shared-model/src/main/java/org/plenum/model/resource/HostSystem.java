package org.plenum.model.resource;

import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** A vCenter Server or stand-alone ESXi host (PLAT-217 to PLAT-220). */
@Resource(
    name = "host_system",
    label = "VM manager",
    plural = "VM managers",
    menu = Menu.SYSTEM,
    replicated = false,
    help =
        "A vCenter Server, or an ESXi host that none manages, on which nodes can be deployed. Credentials are asked for at each deployment and not kept.")
public record HostSystem(
    @Field(label = "Name", help = "Name of the VM manager.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Address",
            help = "IP address or host name of the vCenter Server, or of an ESXi host without one.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address) {}
