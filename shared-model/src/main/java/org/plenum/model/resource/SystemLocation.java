package org.plenum.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;
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
import org.plenum.model.config.Violations;

/** A group of conferencing nodes with a common network environment (SYS-144 to SYS-167). */
@Resource(
    name = "system_location",
    label = "location",
    plural = "locations",
    menu = Menu.PLATFORM,
    help =
        "Groups the conferencing nodes of one data centre, which share network "
            + "services and take over media for each other.")
public record SystemLocation(
    @Field(label = "Name", help = "Name of the location.", unique = true) @Length(max = 250)
        String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "DNS servers",
            help = "Servers that the nodes of this location ask for names; at least one.",
            section = "Network services")
        @Embedded
        List<Ref<DnsServer>> dnsServers,
    @Field(
            label = "NTP servers",
            help = "Servers that the nodes of this location take their time from; at least one.",
            section = "Network services")
        @Embedded
        List<Ref<NtpServer>> ntpServers,
    @Field(
            label = "SNMP NMS",
            help =
                "Receives the SNMP traps of the nodes of this location; needed where a node has "
                    + "SNMP enabled. SNMPv3 sends no traps.",
            section = "Network services")
        @Nullable Ref<SnmpNetworkManagementSystem> snmpNetworkManagementSystem,
    @Field(
            label = "Web proxy",
            help = "Proxy for web requests of the nodes of this location; empty for none.",
            section = "Network services")
        @Nullable Ref<HttpProxy> httpProxy,
    @Field(
            label = "Event sinks",
            help = "Web servers to which the nodes of this location send events.",
            section = "Network services")
        @Default("")
        @Embedded
        List<Ref<EventSink>> eventSinks,
    @Field(
            label = "H.323 gatekeeper",
            help = "For outgoing H.323 calls of conferences; empty to call directly.",
            section = "Call control")
        @Nullable Ref<H323Gatekeeper> h323Gatekeeper,
    @Field(
            label = "SIP proxy",
            help = "For outgoing SIP calls of conferences; empty to call directly.",
            section = "Call control")
        @Nullable Ref<SipProxy> sipProxy,
    @Field(
            label = "Lync / Skype for Business server",
            help =
                "For outgoing calls of conferences to Lync or Skype for Business; empty to find "
                    + "the server in DNS.",
            section = "Call control")
        @Nullable Ref<MssipProxy> mssipProxy,
    @Field(
            label = "TURN server",
            help = "Relays media of clients that cannot reach the nodes of this location.",
            section = "Call control")
        @Nullable Ref<TurnServer> turnServer,
    @Field(
            label = "STUN server",
            help =
                "Tells the nodes of this location their public address; empty to ask the TURN "
                    + "server.",
            section = "Call control")
        @Nullable Ref<StunServer> stunServer,
    @Field(
            label = "Client STUN servers",
            help =
                "Told to WebRTC clients that connect here, so that they learn their public "
                    + "address. Clients without a NAT connect faster if there are none.",
            section = "Call control")
        @Default(StunServer.SHIPPED)
        List<Ref<StunServer>> clientStunServers,
    @Field(
            label = "Policy profile",
            help = "Decides about calls at the nodes of this location; empty for none.",
            section = "Call control")
        @Nullable Ref<PolicyServer> policyServer,
    @Field(
            label = "MTU",
            help =
                "Largest packet, in bytes, that the nodes of this location send. Lower it "
                    + "where a tunnel or firewall needs it.",
            section = "Network")
        @Default("1500")
        @Range(min = 512, max = 1500)
        int mtu,
    @Field(
            label = "DSCP value for media",
            help =
                "Mark of the media packets of the nodes in this location, 0 to 63; empty "
                    + "for none.",
            section = "Network")
        @Range(min = 0, max = 63)
        @Nullable Integer mediaQos,
    @Field(
            label = "DSCP value for signalling",
            help =
                "Mark of the signalling packets of the nodes in this location, 0 to 63; "
                    + "empty for none.",
            section = "Network")
        @Range(min = 0, max = 63)
        @Nullable Integer signallingQos,
    @Field(
            label = "Primary overflow location",
            help = "Handles media when this location is full.",
            section = "Overflow")
        @Nullable Ref<SystemLocation> overflowLocation1,
    @Field(
            label = "Secondary overflow location",
            help = "Handles media when this location and the primary overflow location are full.",
            section = "Overflow")
        @Nullable Ref<SystemLocation> overflowLocation2,
    @Field(
            label = "PIN break-in protection",
            help = "Whether services are blocked here when too many wrong PINs are entered.",
            section = "Break-in protection")
        @Default("GLOBAL")
        BreakInProtection bdpmPinChecksEnabled,
    @Field(
            label = "Scan protection",
            help = "Whether addresses are blocked here that dial too many wrong aliases.",
            section = "Break-in protection")
        @Default("GLOBAL")
        BreakInProtection bdpmScanQuarantineEnabled,
    @Field(
            label = "Lync / Skype for Business domain",
            help =
                "SIP domain that Lync or Skype for Business routes to this location; it "
                    + "replaces the global one.",
            section = "Lync / Skype for Business")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.DOMAIN)
        String localMssipDomain)
    implements Checked, Advised {
  private static final String SELF = "A location cannot be its own overflow location.";

  @Override
  public void check(Check check) {
    checkNotSelf(check, "overflow_location1", overflowLocation1);
    checkNotSelf(check, "overflow_location2", overflowLocation2);
    NodeRules.checkNmsOfNodes(check, this);
    check.require(
        overflowLocation1 == null || !overflowLocation1.equals(overflowLocation2),
        "overflow_location2",
        "Choose another location than the primary overflow location.");
  }

  @Override
  public void advise(Advice advice) {
    NodeAdvice.adviseOnMixture(advice, advice.id(), Violations.WHOLE_OBJECT);
  }

  private static void checkNotSelf(
      Check check, String field, @Nullable Ref<SystemLocation> overflow) {
    check.require(overflow == null || !check.isSelf(overflow), field, SELF);
  }
}
