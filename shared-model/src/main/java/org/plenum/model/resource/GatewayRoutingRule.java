package org.plenum.model.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Embedded;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;
import org.plenum.model.config.When;
import org.plenum.model.pattern.AliasPattern;

/** A call routing rule: which calls it takes, and where it sends them (SVC-128 to SVC-170). */
@Resource(
    name = "gateway_routing_rule",
    label = "call routing rule",
    plural = "call routing rules",
    menu = Menu.SERVICES,
    help =
        "Sends calls whose alias belongs to no service to another device or "
            + "system. A rule that can reach the telephone network can be abused: limit "
            + "it to registered devices.")
public record GatewayRoutingRule(
    @Field(label = "Name", help = "Name of the rule.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Priority",
            help =
                "Rules are tried in ascending order, 1 first, and the first that matches "
                    + "decides.",
            unique = true)
        @Range(min = 1, max = 200)
        int priority,
    @Field(label = "Enable this rule", help = "A disabled rule is skipped.") @Default("true")
        boolean enable,
    @Field(
            label = "Incoming calls",
            help = "Use the rule for incoming calls whose alias belongs to no service.",
            section = "Use this rule for")
        @Default("true")
        boolean matchIncomingCalls,
    @Field(
            label = "Outgoing calls from a conference",
            help = "Use the rule for calls that a conference places with automatic routing.",
            section = "Use this rule for")
        @Default("false")
        boolean matchOutgoingCalls,
    @Field(
            label = "Calls being handled in location",
            help = "Use the rule for calls in this location only; empty for any.",
            section = "Use this rule for")
        @Nullable Ref<SystemLocation> matchSourceLocation,
    @Field(
            label = "Match registered devices only",
            help =
                "Use the rule only for calls of devices that are registered to the "
                    + "platform. Never matches the web app or Lync / Skype for Business.",
            section = "Incoming calls")
        @When(field = "match_incoming_calls", is = "true")
        @Default("false")
        boolean matchIncomingOnlyIfRegistered,
    @Field(
            label = "Match clients (WebRTC / RTMP)",
            help = "Use the rule for calls of the web app and other clients.",
            section = "Incoming calls")
        @When(field = "match_incoming_calls", is = "true")
        @Default("true")
        boolean matchIncomingWebrtc,
    @Field(label = "Match SIP", help = "Use the rule for SIP calls.", section = "Incoming calls")
        @When(field = "match_incoming_calls", is = "true")
        @Default("true")
        boolean matchIncomingSip,
    @Field(
            label = "Match Lync / Skype for Business (MS-SIP)",
            help = "Use the rule for MS-SIP calls; without effect for registered devices only.",
            section = "Incoming calls")
        @When(field = "match_incoming_calls", is = "true")
        @Default("true")
        boolean matchIncomingMssip,
    @Field(
            label = "Match H.323",
            help = "Use the rule for H.323 calls.",
            section = "Incoming calls")
        @When(field = "match_incoming_calls", is = "true")
        @Default("true")
        boolean matchIncomingH323,
    @Field(
            label = "Match against full alias URI",
            help =
                "Match the alias as it arrived instead of without scheme, parameters and "
                    + "IP address.",
            section = "Alias")
        @Default("false")
        boolean matchStringFull,
    @Field(
            label = "Destination alias regex match",
            help = "Regular expression that the whole alias must match, without regard to case.",
            section = "Alias")
        @Length(max = 250)
        @Format(Syntax.REGEX)
        String matchString,
    @Field(
            label = "Destination alias regex replace string",
            help =
                "Makes the alias to call out of the one that matched, with \\1 for the "
                    + "first group; empty: unchanged.",
            section = "Alias")
        @Default("")
        @Length(max = 250)
        String replaceString,
    @Field(
            label = "Call capability",
            help = "Media that the placed call may have.",
            section = "Media")
        @Default("video")
        RuleCapability callType,
    @Field(
            label = "Maximum inbound call bandwidth (kbps)",
            help =
                "Limit of the media that is received from each participant; empty: the "
                    + "global limit.",
            section = "Media")
        @Range(min = 128, max = 8192)
        @Nullable Integer maxCallrateIn,
    @Field(
            label = "Maximum outbound call bandwidth (kbps)",
            help = "Limit of the media that is sent to each participant; empty: the global limit.",
            section = "Media")
        @Range(min = 128, max = 8192)
        @Nullable Integer maxCallrateOut,
    @Field(
            label = "Theme",
            help = "Prompts and pictures of calls that the rule places; empty: the default theme.",
            section = "Media")
        @Embedded
        @Nullable Ref<IvrTheme> ivrTheme,
    @Field(
            label = "Call target",
            help =
                "A registered device if there is one and otherwise an external system, or "
                    + "registered devices only, which is best for a rule that matches the aliases "
                    + "of devices: a call to one that is away could come back from outside and "
                    + "match again. A meeting directly: the alias must become the ID of a "
                    + "conference there. Clients, or meetings by way of a Virtual Reception: the "
                    + "rule matches the full alias URI, with .* at the end.",
            section = "Placement")
        @Default("external")
        CallTarget calledDeviceType,
    @Field(
            label = "Outgoing location",
            help = "Location whose nodes place the call; empty: usually the node that received it.",
            section = "Placement")
        @When(
            field = "called_device_type",
            is = {"external", "mssip_conference_id", "mssip_server"})
        @Nullable Ref<SystemLocation> outgoingLocation,
    @Field(
            label = "Protocol",
            help =
                "Protocol of the call; a registered device is called in the protocol that "
                    + "it registered with.",
            section = "Placement")
        @When(field = "called_device_type", is = "external")
        @Default("sip")
        OutgoingProtocol outgoingProtocol,
    @Field(
            label = "SIP proxy",
            help = "Proxy for SIP calls to external systems; empty to find the way in DNS.",
            section = "Placement")
        @When(field = "outgoing_protocol", is = "sip")
        @Nullable Ref<SipProxy> sipProxy,
    @Field(
            label = "H.323 gatekeeper",
            help = "Gatekeeper for H.323 calls to external systems; empty to find the way in DNS.",
            section = "Placement")
        @When(field = "outgoing_protocol", is = "h323")
        @Nullable Ref<H323Gatekeeper> h323Gatekeeper,
    @Field(
            label = "Lync / Skype for Business server",
            help =
                "Server for calls to Lync or Skype for Business; empty to find the way in DNS. "
                    + "Direct calls into meetings need one.",
            section = "Placement")
        @When(field = "outgoing_protocol", is = "mssip")
        @When(
            field = "called_device_type",
            is = {"mssip_conference_id", "mssip_server"})
        @Nullable Ref<MssipProxy> mssipProxy,
    @Field(
            label = "TURN server",
            help =
                "Relays media of called clients that use ICE; empty for that of the location of "
                    + "the node.",
            section = "Placement")
        @Nullable Ref<TurnServer> turnServer,
    @Field(
            label = "STUN server",
            help =
                "Tells the node its public address for called clients that use ICE; empty for "
                    + "that of the location of the node.",
            section = "Placement")
        @Nullable Ref<StunServer> stunServer,
    @Field(
            label = "Service tag",
            help = "Mark that appears in call records, to track usage.",
            indexed = true,
            section = "Administration")
        @Default("")
        @Length(max = 250)
        String tag,
    @Field(
            label = "Creation time",
            help = "When the rule was created.",
            readOnly = true,
            section = "Administration")
        @Default("now")
        Instant creationTime)
    implements Checked, Tagged {
  @Override
  public void check(Check check) {
    AliasPattern.compile(matchString)
        .problemOfReplacement(replaceString)
        .ifPresent(problem -> check.reject("replace_string", problem + "."));
    checkPlacement(check);
  }

  /** Which fields a target and a protocol need or exclude (SVC-156, SVC-163, SVC-166). */
  private void checkPlacement(Check check) {
    boolean external = calledDeviceType == CallTarget.EXTERNAL;
    boolean msSipTarget =
        calledDeviceType == CallTarget.MSSIP_CONFERENCE_ID
            || calledDeviceType == CallTarget.MSSIP_SERVER;
    boolean msSip = msSipTarget || (external && outgoingProtocol == OutgoingProtocol.MSSIP);
    check.require(
        outgoingLocation == null || calledDeviceType != CallTarget.REGISTRATION,
        "outgoing_location",
        "Registered devices are called from where they are registered: leave it empty.");
    check.require(
        sipProxy == null || (external && outgoingProtocol == OutgoingProtocol.SIP),
        "sip_proxy",
        "Only SIP calls to external systems use a SIP proxy: leave it empty.");
    check.require(
        h323Gatekeeper == null || (external && outgoingProtocol == OutgoingProtocol.H323),
        "h323_gatekeeper",
        "Only H.323 calls to external systems use a gatekeeper: leave it empty.");
    check.require(
        mssipProxy == null || msSip,
        "mssip_proxy",
        "Only MS-SIP calls to external systems or meetings use such a server: leave it empty.");
    check.require(
        mssipProxy != null || calledDeviceType != CallTarget.MSSIP_CONFERENCE_ID,
        "mssip_proxy",
        "Direct calls into meetings need a server.");
  }
}
