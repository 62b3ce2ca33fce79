package org.plenum.model.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Children;
import org.plenum.model.config.Default;
import org.plenum.model.config.Embedded;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Inverse;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;
import org.plenum.model.config.When;
import org.plenum.model.pattern.AliasPattern;

/**
 * A service that callers reach by its aliases: Virtual Meeting Room, Virtual Auditorium, Virtual
 * Reception or test call (SVC-065 to SVC-104, SVC-171 to SVC-177). Some fields count for some
 * service types only.
 */
@Resource(
    name = "conference",
    label = "service",
    plural = "services",
    menu = Menu.SERVICES,
    help =
        "A Virtual Meeting Room, Virtual Auditorium, Virtual Reception or test "
            + "call service, which callers reach by dialling one of its aliases.")
@Children(
    field = "aliases",
    of = ConferenceAlias.class,
    by = "conference",
    order = "view_order",
    label = "Aliases",
    help =
        "What callers dial to reach the service, the most routable first: the order decides "
            + "which alias the service calls itself.",
    section = "Aliases")
@Inverse(
    field = "automatic_participants",
    of = AutomaticParticipant.class,
    by = "conference",
    embedded = true,
    when =
        @When(
            field = "service_type",
            is = {"conference", "lecture"}),
    label = "Automatically dialed participants",
    help = "Participants whom the service calls as soon as a conference begins.",
    section = "Participants")
public record Conference(
    @Field(label = "Name", help = "Name of the service.", unique = true) @Length(max = 250)
        String name,
    @Field(label = "Description", help = "Free text. Registered clients find the service by it.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Service type",
            help =
                "What the service does. It cannot be changed later: create another "
                    + "service and move the aliases.",
            createOnly = true)
        @Default("conference")
        ServiceType serviceType,
    @Field(label = "Theme", help = "Prompts and pictures of the service; empty: the default theme.")
        @Embedded
        @Nullable Ref<IvrTheme> ivrTheme,
    @Field(
            label = "Host PIN",
            help =
                "4 to 20 digits, of which the last can be a #. Everybody must enter it; "
                    + "if guests are allowed, hosts only.",
            section = "PINs and guests")
        @When(
            field = "service_type",
            is = {"conference", "lecture"})
        @Default("")
        @Format(Syntax.PIN)
        String pin,
    @Field(
            label = "Allow guests",
            help = "Participants are either hosts or guests. Needs a host PIN.",
            section = "PINs and guests")
        @When(
            field = "service_type",
            is = {"conference", "lecture"})
        @Default("false")
        boolean allowGuests,
    @Field(
            label = "Guest PIN",
            help =
                "PIN for guests, with the same ending and length rules as the host PIN; "
                    + "empty: guests join without PIN and wait for the first host.",
            section = "PINs and guests")
        @When(field = "allow_guests", is = "true")
        @Default("")
        @Format(Syntax.PIN)
        String guestPin,
    @Field(
            label = "View",
            help = "Arrangement of pictures; in a Virtual Auditorium, that of the hosts.",
            section = "Layout")
        @When(
            field = "service_type",
            is = {"conference", "lecture"})
        @Default(value = "one_main_seven_pips", forNull = true)
        View hostView,
    @Field(
            label = "Guest view",
            help = "Arrangement of pictures that guests see.",
            section = "Layout")
        @When(field = "service_type", is = "lecture")
        @Default(value = "one_main_seven_pips", forNull = true)
        View guestView,
    @Field(
            label = "Show names of speakers",
            help = "Shows the name or alias of each main speaker.",
            section = "Layout")
        @When(
            field = "service_type",
            is = {"conference", "lecture"})
        @Default("false")
        boolean enableOverlayText,
    @Field(
            label = "Lock presenter as main speaker",
            help =
                "While somebody presents, the main picture is that of the presenter, "
                    + "whoever speaks.",
            section = "Layout")
        @When(field = "service_type", is = "lecture")
        @Default("false")
        boolean forcePresenterIntoMain,
    @Field(
            label = "Mute all guests",
            help = "Guests are muted when they first join.",
            section = "PINs and guests")
        @When(field = "service_type", is = "lecture")
        @Default("false")
        boolean muteAllGuests,
    @Field(
            label = "Destination alias regex match",
            help =
                "Regular expression that a number entered in the reception must match as "
                    + "a whole; empty: any number.",
            section = "Reception")
        @When(field = "service_type", is = "two_stage_dialing")
        @Default("")
        @Length(max = 250)
        @Format(Syntax.REGEX)
        String matchString,
    @Field(
            label = "Destination alias regex replace string",
            help =
                "Makes the destination out of the number that matched, with \\1 for the "
                    + "first group; empty: the number as it is.",
            section = "Reception")
        @When(field = "service_type", is = "two_stage_dialing")
        @Default("")
        @Length(max = 250)
        String replaceString,
    @Field(
            label = "Lync / Skype for Business server",
            help =
                "Server that knows the meetings, for a reception that leads to meetings of Lync or"
                    + " Skype for Business. The call routing rule to them must match the full"
                    + " alias URI, by an expression such as \".+@example.com.*\".",
            section = "Reception")
        @When(field = "service_type", is = "two_stage_dialing")
        @Nullable Ref<MssipProxy> mssipProxy,
    @Field(
            label = "Lync / Skype for Business meeting lookup location",
            help =
                "Location whose node looks up the identifiers of Lync and Skype for Business "
                    + "meetings; empty: the node that the caller is connected to.",
            section = "Reception")
        @When(field = "service_type", is = "two_stage_dialing")
        @Nullable Ref<SystemLocation> systemLocation,
    @Field(
            label = "Conference capabilities",
            help = "Media that participants may have.",
            section = "Limits")
        @Default("video")
        Capability callType,
    @Field(
            label = "Maximum inbound call bandwidth (kbps)",
            help =
                "Limit of the media that is received from each participant; empty: the "
                    + "global limit.",
            section = "Limits")
        @Range(min = 128, max = 8192)
        @Nullable Integer maxCallrateIn,
    @Field(
            label = "Maximum outbound call bandwidth (kbps)",
            help = "Limit of the media that is sent to each participant; empty: the global limit.",
            section = "Limits")
        @When(
            field = "service_type",
            is = {"conference", "lecture", "two_stage_dialing"})
        @Range(min = 128, max = 8192)
        @Nullable Integer maxCallrateOut,
    @Field(
            label = "Participant limit",
            help = "Largest number of participants; empty for no limit.",
            section = "Limits")
        @When(
            field = "service_type",
            is = {"conference", "lecture"})
        @Range(min = 0, max = 1_000_000)
        @Nullable Integer participantLimit,
    @Field(
            label = "Owner e-mail address",
            help = "Where mail about this service goes.",
            section = "Administration")
        @When(field = "service_type", is = "conference")
        @Default("")
        @Length(max = 100)
        @Format(Syntax.EMAIL)
        String primaryOwnerEmailAddress,
    @Field(
            label = "Service tag",
            help = "Mark that appears in call records, to track usage.",
            indexed = true,
            section = "Administration")
        @Default("")
        @Length(max = 250)
        String tag,
    @Field(
            label = "VMR origin",
            help =
                "LDAP sync template that made the Virtual Meeting Room; empty if it was made in "
                    + "another way.",
            readOnly = true,
            section = "Administration")
        @When(field = "service_type", is = "conference")
        @Default("")
        @Length(max = 250)
        String syncTag,
    @Field(
            label = "Creation time",
            help = "When the service was created.",
            readOnly = true,
            section = "Administration")
        @Default("now")
        Instant creationTime)
    implements Checked, Tagged {
  @Override
  public void check(Check check) {
    PinRules.check(check, pin, allowGuests, guestPin);
    if (!matchString.isEmpty()) {
      AliasPattern.compile(matchString)
          .problemOfReplacement(replaceString)
          .ifPresent(problem -> check.reject("replace_string", problem + "."));
    }
  }

  /** A service may be stored without an alias; the console asks for one (SVC-083). */
  @Override
  public void advise(Advice advice) {
    Tagged.super.advise(advice);
    if (!advice.view().isReferredTo(ConferenceAlias.class, "conference", advice.id())) {
      advice.doubt("aliases", "Nobody can call the service: give it at least one alias.");
    }
  }
}
