package org.plenum.model.resource;

import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;

/** A directory from which services and device aliases are made (SVC-212 to SVC-223). */
@Resource(
    name = "ldap_sync_source",
    label = "LDAP sync source",
    plural = "LDAP sync sources",
    menu = Menu.UTILITIES,
    replicated = false,
    help = "A directory server whose entries LDAP sync templates turn into services and devices.")
public record LdapSyncSource(
    @Field(label = "Name", help = "Name of the source.", unique = true) @Length(max = 250)
        String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "LDAP server address",
            help =
                "A domain, whose servers are looked up in DNS, or the full name of a server. An "
                    + "IP address works with TLS only if the server's certificate is issued to it.",
            section = "Connection")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String ldapServer,
    @Field(
            label = "Search global catalog",
            help = "Search the global catalog of Active Directory instead of the directory itself.",
            section = "Connection")
        @Default("false")
        boolean ldapUseGlobalCatalog,
    @Field(
            label = "Allow insecure transport",
            help =
                "If TLS is not possible, connect without it and log in with SASL DIGEST-MD5. The "
                    + "server cannot be an IP address then.",
            section = "Connection")
        @Default("false")
        boolean ldapPermitNoTls,
    @Field(
            label = "Bind user name",
            help = "Account that may read the directory; use one that may do nothing else.",
            section = "Connection")
        @Length(max = 255)
        String ldapBindUsername,
    @Field(label = "Bind password", help = "Password of the account.", section = "Connection")
        @Secret
        @Length(max = 100)
        String ldapBindPassword,
    @Field(
            label = "Base DN",
            help = "Where in the directory searches start, such as dc=example,dc=com.",
            section = "Connection")
        @Length(max = 255)
        @Format(Syntax.LDAP_DN)
        String ldapBaseDn)
    implements Checked {
  @Override
  public void check(Check check) {
    check.require(
        !ldapPermitNoTls || !Syntax.IP_ADDRESS.allows(ldapServer),
        "ldap_server",
        "Enter a domain or a host name: an IP address is not possible with insecure transport.");
  }
}
