package org.plenum.model.resource;

import java.time.Instant;
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

/** An alias with which devices may register (SVX-036 to SVX-052). */
@Resource(
    name = "device",
    label = "device alias",
    plural = "device aliases",
    menu = Menu.SERVICES,
    title = "alias",
    help = "An alias with which SIP endpoints, H.323 endpoints and clients may register.")
public record Device(
    @Field(
            label = "Device alias",
            help =
                "Exactly the alias with which the device registers and is called: letters, "
                    + "digits, dots, hyphens, underscores, plus signs, optionally with a domain.",
            unique = true)
        @Length(max = 250)
        @Format(Syntax.ALIAS)
        String alias,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "User name",
            help =
                "With a user name, the device must prove that it knows the password; empty: it "
                    + "need not. Case matters.",
            section = "Credentials")
        @Default("")
        @Length(max = 100)
        String username,
    @Field(
            label = "Password",
            help = "Password that goes with the user name. Case matters.",
            section = "Credentials")
        @Default("")
        @Secret
        @Length(max = 100)
        String password,
    @Field(
            label = "Owner e-mail address",
            help = "Where mail about this device alias goes.",
            section = "Administration")
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
            label = "Device origin",
            help =
                "LDAP sync template that made the device alias; empty if it was made in another "
                    + "way.",
            readOnly = true,
            section = "Administration")
        @Default("")
        @Length(max = 250)
        String syncTag,
    @Field(
            label = "Creation time",
            help = "When the device alias was created.",
            readOnly = true,
            section = "Administration")
        @Default("now")
        Instant creationTime)
    implements Checked, Tagged {
  @Override
  public void check(Check check) {
    check.require(
        password.isEmpty() || !username.isEmpty(), "username", "The password needs a user name.");
  }
}
