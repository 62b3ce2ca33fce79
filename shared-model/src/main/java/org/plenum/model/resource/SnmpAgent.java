package org.plenum.model.resource;

import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Length;
import org.plenum.model.config.Secret;
import org.plenum.model.config.When;

/** How a node, or the management service, can be queried by SNMP. */
public record SnmpAgent(
    @Field(
            label = "SNMP mode",
            help = "Whether the node can be queried by SNMP, and how. SNMPv2c is not secure.",
            section = "SNMP")
        @Default("DISABLED")
        SnmpMode snmpMode,
    @Field(label = "SNMP community", help = "Community name for SNMPv2c.", section = "SNMP")
        @When(field = "snmp_mode", is = "STANDARD")
        @Default("public")
        @Length(max = 16)
        String snmpCommunity,
    @Field(
            label = "SNMPv3 user name",
            help = "User that queries the node by SNMPv3.",
            section = "SNMP")
        @When(field = "snmp_mode", is = "AUTHPRIV")
        @Default("")
        @Length(max = 100)
        String snmpUsername,
    @Field(
            label = "SNMPv3 privacy password",
            help = "Password for encryption with AES; 8 to 100 characters.",
            section = "SNMP")
        @When(field = "snmp_mode", is = "AUTHPRIV")
        @Default("")
        @Secret
        @Length(min = 8, max = 100)
        String snmpPrivacyPassword,
    @Field(
            label = "SNMPv3 authentication password",
            help = "Password for authentication with SHA; 8 to 100 characters.",
            section = "SNMP")
        @When(field = "snmp_mode", is = "AUTHPRIV")
        @Default("")
        @Secret
        @Length(min = 8, max = 100)
        String snmpAuthenticationPassword,
    @Field(
            label = "SNMP system contact",
            help = "Who is responsible for the node.",
            section = "SNMP")
        @When(
            field = "snmp_mode",
            is = {"STANDARD", "AUTHPRIV"})
        @Default("")
        @Length(max = 70)
        String snmpSystemContact,
    @Field(label = "SNMP system location", help = "Where the node is.", section = "SNMP")
        @When(
            field = "snmp_mode",
            is = {"STANDARD", "AUTHPRIV"})
        @Default("")
        @Length(max = 70)
        String snmpSystemLocation)
    implements Checked {

  /** SNMPv3 with authentication and privacy works with all three credentials only. */
  @Override
  public void check(Check check) {
    if (snmpMode == SnmpMode.AUTHPRIV) {
      check.require(!snmpUsername.isEmpty(), "snmp_username", "SNMPv3 needs a user name.");
      check.require(
          !snmpPrivacyPassword.isEmpty(),
          "snmp_privacy_password",
          "SNMPv3 needs a privacy password.");
      check.require(
          !snmpAuthenticationPassword.isEmpty(),
          "snmp_authentication_password",
          "SNMPv3 needs an authentication password.");
    }
  }

  /** Whether anybody can query by SNMP. */
  public boolean enabled() {
    return snmpMode != SnmpMode.DISABLED;
  }
}
