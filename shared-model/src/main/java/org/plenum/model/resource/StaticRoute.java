package org.plenum.model.resource;

import org.plenum.model.config.Addresses;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/**
 * A route to a network that the default gateway does not lead to (PLAT-221 to PLAT-225, SYS-024).
 */
@Resource(
    name = "static_route",
    label = "static route",
    plural = "static routes",
    menu = Menu.SYSTEM,
    help =
        "A route to a network that the default gateway does not lead to. It is in force at the nodes that choose it.")
public record StaticRoute(
    @Field(label = "Name", help = "Name of the route.", unique = true) @Length(max = 32)
        String name,
    @Field(
            label = "Network address",
            help = "First address of the network that the route leads to.")
        @Format(Syntax.IP_ADDRESS)
        String address,
    @Field(
            label = "Network prefix",
            help =
                "How many leading bits all addresses of the network have in common: 0 to 32 for IPv4, 0 to 128 for IPv6.")
        @Range(min = 0, max = 128)
        int prefix,
    @Field(label = "Gateway", help = "Address of the router that leads to the network.")
        @Format(Syntax.IP_ADDRESS)
        String gateway)
    implements Checked {
  @Override
  public void check(Check check) {
    NetworkRules.checkNetwork(check, address, prefix);
    check.require(
        Addresses.isIpv4(address) == Addresses.isIpv4(gateway),
        "gateway",
        "The gateway must be an address of the same IP version as the network.");
  }
}
