package org.plenum.model.resource;

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

/**
 * A network whose callers the break-in protection trusts. The names are those of the management API
 * (sheet 09); no sheet has a requirement about them.
 */
@Resource(
    name = "break_in_allow_list_address",
    label = "break-in allow list address",
    plural = "break-in allow list",
    menu = Menu.CALL_CONTROL,
    help =
        "A network that is trusted: wrong aliases and PINs that come from it do not count, and it is not blocked.")
public record BreakInAllowListAddress(
    @Field(label = "Name", help = "Name of the network.", unique = true) @Length(max = 250)
        String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(label = "Network address", help = "First address of the network.")
        @Format(Syntax.IP_ADDRESS)
        String address,
    @Field(
            label = "Network prefix",
            help =
                "How many leading bits all addresses of the network have in common: 1 to 32 for IPv4, 1 to 128 for IPv6.")
        @Range(min = 1, max = 128)
        int prefix,
    @Field(label = "Entry type", help = "Who calls from these addresses.") @Default("user")
        AllowListEntryType allowlistEntryType,
    @Field(
            label = "Ignore incorrect aliases",
            help = "Callers may dial as many wrong aliases as they like.")
        @Default("true")
        boolean ignoreIncorrectAliases,
    @Field(
            label = "Ignore incorrect PINs",
            help = "Callers may enter as many wrong PINs as they like.")
        @Default("true")
        boolean ignoreIncorrectPins)
    implements Checked {
  @Override
  public void check(Check check) {
    NetworkRules.checkNetwork(check, address, prefix);
  }
}
