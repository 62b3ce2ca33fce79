package org.plenum.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Addresses;
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
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;

/** A conferencing node (SVC-014 to SVC-046, INST-115 to INST-135). */
@Resource(
    name = "worker_vm",
    label = "conferencing node",
    plural = "conferencing nodes",
    menu = Menu.PLATFORM,
    help =
        "A node that terminates calls and runs conferences. Change it here only, "
            + "never with tools of the host.")
public record WorkerVm(
    @Field(label = "Name", help = "Name of the node.", unique = true) @Length(max = 32) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Role",
            help =
                "A transcoding node runs conferences; a proxying edge node passes media "
                    + "on to transcoding nodes.")
        @Default("CONFERENCING")
        NodeType nodeType,
    @Field(
            label = "System location",
            help =
                "Location that the node belongs to. A change ends all calls on the node "
                    + "and starts its services anew.",
            endsCalls = true)
        Ref<SystemLocation> systemLocation,
    @Field(
            label = "Enable maintenance mode",
            help = "The node accepts no new calls; those that it has go on.")
        @Default("false")
        boolean maintenanceMode,
    @Field(
            label = "Hostname",
            help = "First part of the full host name.",
            createOnly = true,
            section = "Network")
        @Length(max = 63)
        @Format(Syntax.HOSTNAME)
        String hostname,
    @Field(
            label = "Domain",
            help = "Rest of the full host name.",
            createOnly = true,
            section = "Network")
        @Length(max = 192)
        @Format(Syntax.DOMAIN)
        String domain,
    @Field(
            label = "IPv4 address",
            help = "Static address of the node.",
            createOnly = true,
            unique = true,
            section = "Network")
        @Format(Syntax.IPV4)
        String address,
    @Field(
            label = "Network mask",
            help = "Mask of the subnet of the address.",
            createOnly = true,
            section = "Network")
        @Format(Syntax.NETMASK)
        String netmask,
    @Field(
            label = "Gateway IPv4 address",
            help = "Router that leads out of the subnet; with two interfaces, out of either.",
            createOnly = true,
            section = "Network")
        @Format(Syntax.IPV4)
        String gateway,
    @Field(
            label = "Secondary interface IPv4 address",
            help =
                "Address of a second interface, which then carries signalling and media "
                    + "of clients.",
            createOnly = true,
            section = "Network")
        @Format(Syntax.IPV4)
        @Nullable String secondaryAddress,
    @Field(
            label = "Secondary interface network mask",
            help = "Mask of the subnet of the second interface.",
            createOnly = true,
            section = "Network")
        @Format(Syntax.NETMASK)
        @Nullable String secondaryNetmask,
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
                    + "IPv4 address, or to the secondary one if there are two.",
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
            label = "SIP TLS FQDN",
            help =
                "Identity of the node in SIP over TLS. It must be in the certificate of "
                    + "the node and in DNS; empty to use the IP address.",
            unique = true,
            section = "Identity")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.FQDN)
        String alternativeFqdn,
    @Field(
            label = "TLS certificate",
            help = "Certificate that the node presents; empty for one that it signs itself.",
            section = "Identity")
        @Nullable Ref<TlsCertificate> tlsCertificate,
    @Field(
            label = "Enable distributed database",
            help =
                "The node holds a share of the data of the cluster. Switch it off for "
                    + "nodes that run part of the time only.",
            changedByApiOnly = true,
            section = "Cluster")
        @Default("true")
        boolean enableDistributedDatabase,
    @Field(
            label = "Enable SSH",
            help = "Whether one can log in to the operating system of the node over SSH.",
            section = "SSH")
        @Default("GLOBAL")
        NodeSsh enableSsh,
    @Field(
            label = "SSH password",
            help =
                "Password of the user admin of the operating system, for nodes whose operating "
                    + "system the platform sets up. Only for diagnostics: nothing may be "
                    + "configured over SSH.",
            createOnly = true,
            section = "SSH")
        @Default("")
        @Secret
        @Length(max = 250)
        String password,
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
    checkPrimaryInterface(check);
    checkSecondaryInterface(check);
    checkGateway(check);
    NodeRules.checkHostnameIsFree(check, hostname, WorkerVm.class);
    NodeRules.checkAddressesAreFree(check, this);
    NodeRules.checkNamesAreFree(check, this);
    snmp.check(check);
    NodeRules.checkNmsOfLocation(check, this);
  }

  @Override
  public void advise(Advice advice) {
    NodeAdvice.adviseOnMixture(advice, systemLocation.id(), "system_location");
    NodeAdvice.adviseOnCertificate(advice, this);
    HostNameAdvice.advise(advice, this);
  }

  /** The full host name. */
  public String fqdn() {
    return hostname + "." + domain;
  }

  private void checkPrimaryInterface(Check check) {
    check.require(
        Addresses.isHostAddress(address, netmask),
        "address",
        "This cannot be the address of a node in its subnet.");
  }

  private void checkSecondaryInterface(Check check) {
    if (secondaryAddress == null || secondaryNetmask == null) {
      check.require(
          secondaryAddress == null, "secondary_netmask", "The secondary address needs a mask.");
      check.require(
          secondaryNetmask == null, "secondary_address", "The mask needs a secondary address.");
      return;
    }
    check.require(
        Addresses.isHostAddress(secondaryAddress, secondaryNetmask),
        "secondary_address",
        "This cannot be the address of a node in its subnet.");
    check.require(
        !Addresses.sameSubnet(address, secondaryAddress, netmask)
            && !Addresses.sameSubnet(address, secondaryAddress, secondaryNetmask),
        "secondary_address",
        "The second interface must be in another subnet than the first.");
  }

  /** The way out may be on either side of a node with two interfaces (PLAT-247, PLAT-248). */
  private void checkGateway(Check check) {
    boolean onSecondary =
        secondaryAddress != null
            && secondaryNetmask != null
            && Addresses.sameSubnet(secondaryAddress, gateway, secondaryNetmask);
    check.require(
        onSecondary || Addresses.sameSubnet(address, gateway, netmask),
        "gateway",
        "The gateway must be in the subnet of an address of the node.");
    check.require(
        !gateway.equals(address) && !gateway.equals(secondaryAddress),
        "gateway",
        "The gateway must differ from the addresses of the node.");
  }
}
