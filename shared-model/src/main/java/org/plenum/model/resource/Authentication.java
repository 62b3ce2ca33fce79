package org.plenum.model.resource;

import java.util.Arrays;
import java.util.Locale;
import org.plenum.model.config.Addresses;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.LdapSyntax;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;
import org.plenum.model.config.When;

/** How administrators of the console and the API prove who they are (SYS-028 to SYS-054). */
@Resource(
    name = "authentication",
    label = "user authentication",
    plural = "user authentication",
    menu = Menu.USERS,
    title = "",
    singleton = true,
    replicated = false,
    help =
        "Where accounts of administrators are looked up, for the console and the API. Log-in to"
            + " the operating system has nothing to do with it.")
public record Authentication(
    @Field(
            label = "Authentication source",
            help =
                "The local account has all rights. With LDAP alone nobody can log in while no"
                    + " LDAP server can be reached.")
        @Default("LOCAL")
        AuthenticationSource source,
    @Field(
            label = "Require client certificate",
            help =
                "A certificate of the administrator takes the place of the password. Each of the"
                    + " trusted CA certificates can issue it for any user of the source, also for"
                    + " the local account. Whoever is logged in with a password is logged out.")
        @Default("NO")
        ClientCertificateMode clientCertificate,
    @Field(
            label = "LDAP server address",
            help =
                "Domain, full host name or IP address of the LDAP server. The certificate of the"
                    + " server must have this name, so an IP address rarely works.",
            section = "LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String ldapServer,
    @Field(
            label = "Allow insecure transport",
            help =
                "Go on without encryption where TLS is not possible; the password is then proven"
                    + " with DIGEST-MD5. Not with an IP address.",
            section = "LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("false")
        boolean ldapPermitNoTls,
    @Field(
            label = "LDAP bind user name",
            help =
                "Account that searches the directory: a name, a distinguished name or"
                    + " DOMAIN\\name. Use a service account, not an administrator's.",
            section = "LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("")
        @Length(max = 255)
        String ldapBindUsername,
    @Field(
            label = "LDAP bind password",
            help = "Password of the account that searches the directory.",
            section = "LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("")
        @Secret
        @Length(max = 100)
        String ldapBindPassword,
    @Field(
            label = "LDAP base DN",
            help = "Where the directory to search begins, such as dc=example,dc=com.",
            section = "LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("")
        @Length(max = 255)
        @Format(Syntax.LDAP_DN)
        String ldapBaseDn,
    @Field(
            label = "Search global catalog",
            help = "Ask the global catalog of Active Directory in place of the domain alone.",
            section = "Advanced LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("false")
        boolean ldapUseGlobalCatalog,
    @Field(
            label = "LDAP user search DN",
            help = "Where users are, relative to the base DN, such as ou=people; empty: anywhere.",
            section = "Advanced LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("")
        @Length(max = 255)
        @Format(Syntax.LDAP_DN)
        String ldapUserSearchDn,
    @Field(
            label = "LDAP user filter",
            help = "Which records are users.",
            section = "Advanced LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("(&(objectclass=person)(!(objectclass=computer)))")
        @Length(max = 1024)
        @Format(Syntax.LDAP_FILTER)
        String ldapUserFilter,
    @Field(
            label = "LDAP user search filter",
            help = "Finds the record of a user, whose name takes the place of {username}.",
            section = "Advanced LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("(|(uid={username})(sAMAccountName={username}))")
        @Length(max = 1024)
        @Format(Syntax.LDAP_FILTER)
        String ldapUserSearchFilter,
    @Field(
            label = "LDAP group attributes",
            help =
                "Attributes of a user's record with the names of the user's groups, separated by"
                    + " commas; empty: the groups are searched for.",
            section = "Advanced LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("memberOf")
        @Length(max = 100)
        String ldapUserGroupAttributes,
    @Field(
            label = "LDAP group search DN",
            help = "Where groups are, relative to the base DN, such as ou=groups; empty: anywhere.",
            section = "Advanced LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("")
        @Length(max = 255)
        @Format(Syntax.LDAP_DN)
        String ldapGroupSearchDn,
    @Field(
            label = "LDAP group filter",
            help = "Which records are groups.",
            section = "Advanced LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default(
            "(|(objectclass=group)(objectclass=groupOfNames)(objectclass=groupOfUniqueNames)"
                + "(objectclass=posixGroup))")
        @Length(max = 1024)
        @Format(Syntax.LDAP_FILTER)
        String ldapGroupFilter,
    @Field(
            label = "LDAP group membership filter",
            help =
                "Finds the groups of a user, whose distinguished name and short name take the"
                    + " places of {userdn} and {useruid}.",
            section = "Advanced LDAP configuration")
        @When(
            field = "source",
            is = {"LDAP", "LDAP+LOCAL"})
        @Default("(|(member={userdn})(uniquemember={userdn})(memberuid={useruid}))")
        @Length(max = 1024)
        @Format(Syntax.LDAP_FILTER)
        String ldapGroupMembershipFilter)
    implements Checked, Advised {
  private static final String MANDATORY = "LDAP as authentication source needs this field.";

  @Override
  public void check(Check check) {
    if (source.includesLdap()) {
      check.require(!ldapServer.isEmpty(), "ldap_server", MANDATORY);
      check.require(!ldapBaseDn.isEmpty(), "ldap_base_dn", MANDATORY);
      check.require(!ldapUserFilter.isEmpty(), "ldap_user_filter", MANDATORY);
      check.require(!ldapGroupFilter.isEmpty(), "ldap_group_filter", MANDATORY);
    }
    check.require(
        source.includesLdap() || clientCertificate == ClientCertificateMode.NOT_REQUIRED,
        "client_certificate",
        "Users of certificates are looked up in LDAP, so the source must include it.");
    check.require(
        clientCertificate == ClientCertificateMode.NOT_REQUIRED
            || check.view().all(CaCertificate.class).anyMatch(one -> one.value().endsChains()),
        "client_certificate",
        "Nobody could log in: administrators' certificates need an authority among the trusted CA"
            + " certificates at which chains may end.");
    check.require(
        !ldapPermitNoTls || !Addresses.isIp(ldapServer),
        "ldap_permit_no_tls",
        "This is not possible with an IP address as server.");
    check.require(
        ldapUserSearchFilter.contains("{username}"),
        "ldap_user_search_filter",
        "The filter must contain {username}.");
    check.require(
        ldapGroupMembershipFilter.contains("{userdn}")
            || ldapGroupMembershipFilter.contains("{useruid}"),
        "ldap_group_membership_filter",
        "The filter must contain {userdn} or {useruid}.");
    check.require(
        ldapUserGroupAttributes.isEmpty()
            || Arrays.stream(ldapUserGroupAttributes.split(",", -1))
                .map(String::strip)
                .allMatch(LdapSyntax::isAttribute),
        "ldap_user_group_attributes",
        "Enter names of attributes, separated by commas.");
  }

  /** What finds a user by a short name rarely finds one by a principal name (SYS-042). */
  @Override
  public void advise(Advice advice) {
    if (clientCertificate == ClientCertificateMode.PRINCIPAL_NAME
        && !ldapUserSearchFilter.toLowerCase(Locale.ROOT).contains("userprincipalname=")) {
      advice.doubt(
          "ldap_user_search_filter",
          "Certificates give the userPrincipalName, which this filter does not look for.");
    }
  }
}
