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
import org.plenum.model.config.Group;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/**
 * The management service itself: its addresses, set at installation, and its network services
 * (SYS-090 to SYS-103).
 */
@Resource(
    name = "management_vm",
    label = "management node",
    plural = "management nodes",
    menu = Menu.PLATFORM,
    singleton = true,
    replicated = false,
    help =
        "The management service. Its addresses and names are changed by the " + "installer alone.")
public record ManagementVm(
    @Field(label = "Name", help = "Name of the management service.") @Length(max = 32) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Hostname",
            help = "First part of the full host name.",
            readOnly = true,
            section = "Network")
        @Length(max = 63)
        @Format(Syntax.HOSTNAME)
        String hostname,
    @Field(
            label = "Domain",
            help = "Rest of the full host name.",
            readOnly = true,
            section = "Network")
        @Length(max = 192)
        @Format(Syntax.DOMAIN)
        String domain,
    @Field(
            label = "IPv4 address",
            help = "Static address of the node.",
            readOnly = true,
            section = "Network")
        @Format(Syntax.IPV4)
        String address,
    @Field(
            label = "Network mask",
            help = "Mask of the subnet of the address.",
            readOnly = true,
            section = "Network")
        @Format(Syntax.NETMASK)
        String netmask,
    @Field(
            label = "Gateway IPv4 address",
            help = "Router that leads out of the subnet.",
            readOnly = true,
            section = "Network")
        @Format(Syntax.IPV4)
        String gateway,
    @Field(
            label = "IPv6 address",
            help = "Static IPv6 address; empty for none.",
            unique = true,
            section = "Network")
        @Format(Syntax.IPV6)
        @Nullable String ipv6Address,
    @Field(
            label = "Gateway IPv6 address",
            help = "IPv6 router; empty to learn it from router advertisements.",
            section = "Network")
        @Format(Syntax.IPV6)
        @Nullable String ipv6Gateway,
    @Field(
            label = "IPv4 static NAT address",
            help =
                "Public address of a node behind NAT. The NAT device must map it to the "
                    + "IPv4 address.",
            section = "Network")
        @Format(Syntax.IPV4)
        @Nullable String staticNatAddress,
    @Field(
            label = "Static routes",
            help = "Routes to networks that the default gateway does not lead to.",
            section = "Network")
        @Default("")
        @Embedded
        List<Ref<StaticRoute>> staticRoutes,
    @Field(
            label = "DNS servers",
            help = "Servers that the management service asks for names.",
            section = "Network services")
        @Embedded
        List<Ref<DnsServer>> dnsServers,
    @Field(
            label = "NTP servers",
            help = "Servers that the management service takes its time from.",
            section = "Network services")
        @Embedded
        List<Ref<NtpServer>> ntpServers,
    @Field(
            label = "SNMP NMS",
            help = "Receives the SNMP traps of the management service; there are none with SNMPv3.",
            section = "Network services")
        @Nullable Ref<SnmpNetworkManagementSystem> snmpNetworkManagementSystem,
    @Field(
            label = "Web proxy",
            help = "Proxy for web requests of the management service; empty for none.",
            section = "Network services")
        @Nullable Ref<HttpProxy> httpProxy,
    @Field(
            label = "Event sinks",
            help = "Web servers to which the management service sends events.",
            section = "Network services")
        @Default("")
        @Embedded
        List<Ref<EventSink>> eventSinks,
    @Field(
            label = "TLS certificate",
            help = "Certificate that the node presents; empty for one that it signs itself.",
            section = "Identity")
        @Nullable Ref<TlsCertificate> tlsCertificate,
    @Field(
            label = "Enable SSH",
            help = "Whether one can log in to the operating system of the node over SSH.",
            section = "SSH")
        @Default("GLOBAL")
        NodeSsh enableSsh,
    @Field(
            label = "SSH authorised keys",
            help = "Public keys that admit their owners over SSH as user admin.",
            section = "SSH")
        @Default("")
        List<Ref<SshAuthorizedKey>> sshAuthorizedKeys,
    @Group SnmpAgent snmp)
    implements Checked, Advised {
  @Override
  public void check(Check check) {
    NodeRules.checkHostnameIsFree(check, hostname, ManagementVm.class);
    snmp.check(check);
  }

  @Override
  public void advise(Advice advice) {
    HostNameAdvice.advise(advice, this);
  }

  /** The full host name. */
  public String fqdn() {
    return hostname + "." + domain;
  }
}
