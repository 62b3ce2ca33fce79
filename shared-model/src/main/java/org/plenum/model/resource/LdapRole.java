package org.plenum.model.resource;

import java.util.List;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** The account roles of an LDAP group's members (SYS-080 to SYS-084). */
@Resource(
    name = "ldap_role",
    label = "LDAP role",
    plural = "LDAP roles",
    menu = Menu.USERS,
    replicated = false,
    help =
        "Gives the members of an LDAP group account roles. Who is in several groups has the roles"
            + " of all of them.")
public record LdapRole(
    @Field(label = "Name", help = "What the mapping is for, such as domain administrators.")
        @Length(max = 250)
        String name,
    @Field(
            label = "LDAP group DN",
            help = "Distinguished name of the group. Each group is mapped once.",
            unique = true)
        @Length(max = 255)
        @Format(Syntax.LDAP_DN)
        String ldapGroupDn,
    @Field(label = "Roles", help = "Account roles of the members.") @Default("")
        List<Ref<AccountRole>> roles) {}
