package org.plenum.model.resource;

import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.When;

/** The registrar of the platform (SVX-016 to SVX-035). All intervals are in seconds. */
@Resource(
    name = "registration",
    label = "registrar",
    plural = "registrar",
    menu = Menu.SERVICES,
    title = "",
    singleton = true,
    help =
        "Whether devices can register to the conferencing nodes, and how often they have to "
            + "refresh their registrations.")
public record Registration(
    @Field(
            label = "Enable registrar",
            help = "Off: no device can register to any conferencing node.")
        @Default("true")
        boolean enable,
    @Field(
            label = "Registration refresh strategy",
            help =
                "Adaptive: the more devices are registered at a node, the longer the interval. "
                    + "Basic: what the device asks for, within the limits.",
            section = "Refresh of SIP and H.323 registrations")
        @Default("adaptive")
        RefreshStrategy refreshStrategy,
    @Field(
            label = "Minimum refresh interval (Adaptive) (s)",
            help = "60 to 3600. Devices that ask for less are refused.",
            section = "Refresh of SIP and H.323 registrations")
        @When(field = "refresh_strategy", is = "adaptive")
        @Default("60")
        @Range(min = 60, max = 3600)
        int adaptiveMinRefresh,
    @Field(
            label = "Maximum refresh interval (Adaptive) (s)",
            help = "60 to 7200. The longest interval that a device gets.",
            section = "Refresh of SIP and H.323 registrations")
        @When(field = "refresh_strategy", is = "adaptive")
        @Default("3600")
        @Range(min = 60, max = 7200)
        int adaptiveMaxRefresh,
    @Field(
            label = "Minimum refresh interval (Basic) (s)",
            help = "60 to 3600. Devices that ask for less are refused.",
            section = "Refresh of SIP and H.323 registrations")
        @When(field = "refresh_strategy", is = "maximum")
        @Default("60")
        @Range(min = 60, max = 3600)
        int maximumMinRefresh,
    @Field(
            label = "Maximum refresh interval (Basic) (s)",
            help = "60 to 7200. Devices that ask for more get this.",
            section = "Refresh of SIP and H.323 registrations")
        @When(field = "refresh_strategy", is = "maximum")
        @Default("300")
        @Range(min = 60, max = 7200)
        int maximumMaxRefresh,
    @Field(
            label = "Minimum refresh interval (SIP behind NAT) (s)",
            help = "60 to 3600. SIP devices behind a NAT that ask for less are refused.",
            section = "Refresh of SIP registrations behind a NAT")
        @Default("60")
        @Range(min = 60, max = 3600)
        int nattedMinRefresh,
    @Field(
            label = "Maximum refresh interval (SIP behind NAT) (s)",
            help = "60 to 3600. Keep it short, so that the NAT does not forget the device.",
            section = "Refresh of SIP registrations behind a NAT")
        @Default("90")
        @Range(min = 60, max = 3600)
        int nattedMaxRefresh)
    implements Checked {
  @Override
  public void check(Check check) {
    checkOrder(check, "adaptive_max_refresh", adaptiveMinRefresh, adaptiveMaxRefresh);
    checkOrder(check, "maximum_max_refresh", maximumMinRefresh, maximumMaxRefresh);
    checkOrder(check, "natted_max_refresh", nattedMinRefresh, nattedMaxRefresh);
  }

  /** An interval is granted within both limits, so there must be one. */
  private static void checkOrder(Check check, String field, int min, int max) {
    check.require(min <= max, field, "The maximum must not be less than the minimum.");
  }
}
