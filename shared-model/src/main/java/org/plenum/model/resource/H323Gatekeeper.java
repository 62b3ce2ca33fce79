package org.plenum.model.resource;

import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Addresses;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** A gatekeeper for outgoing H.323 calls (SYS-168 to SYS-176). */
@Resource(
    name = "h323_gatekeeper",
    label = "H.323 gatekeeper",
    plural = "H.323 gatekeepers",
    menu = Menu.CALL_CONTROL,
    help =
        "A gatekeeper for outgoing H.323 calls. It is used where a location or a call routing rule chooses it; the platform does not register to it.")
public record H323Gatekeeper(
    @Field(label = "Name", help = "Name of the gatekeeper.", unique = true) @Length(max = 250)
        String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(label = "Address", help = "IPv4 address or host name of the gatekeeper.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "Port for registration, admission and status; empty for 1719.")
        @Default("1719")
        @Range(min = 1, max = 65535)
        @Nullable Integer port)
    implements Checked {
  @Override
  public void check(Check check) {
    check.require(!Addresses.isIpv6(address), "address", "Enter an IPv4 address or a host name.");
  }
}
