package org.plenum.model.resource;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;
import org.plenum.model.config.When;

/** How entries of a directory become services and device aliases (SVC-224 to SVC-276). */
@Resource(
    name = "conference_sync_template",
    label = "LDAP sync template",
    plural = "LDAP sync templates",
    menu = Menu.UTILITIES,
    replicated = false,
    help =
        "Says which entries of a directory become Virtual Meeting Rooms or device aliases, and "
            + "how their settings are made.")
public record ConferenceSyncTemplate(
    @Field(
            label = "Name",
            help =
                "Name of the template; services and devices that it makes bear it "
                    + "as their origin.",
            unique = true)
        @Length(max = 250)
        String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "LDAP sync source",
            help = "Directory that is searched; without one a synchronisation fails.",
            section = "Directory")
        @Nullable Ref<LdapSyncSource> ldapSyncSource,
    @Field(
            label = "LDAP user search DN",
            help =
                "Part of the directory that is searched, relative to the base DN of "
                    + "the source, such as ou=people; empty: all of it.",
            section = "Directory")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.LDAP_DN)
        String ldapUserSearchDn,
    @Field(
            label = "LDAP user filter",
            help = "Filter that chooses the entries. Case does not matter.",
            section = "Directory")
        @Default("(&(objectclass=person)(!(objectclass=computer)))")
        @Length(max = 1024)
        @Format(Syntax.LDAP_FILTER)
        String ldapUserFilter,
    @Field(
            label = "Enable automatic daily sync",
            help = "Synchronise every day at 01:00 UTC. Try a manual synchronisation first.",
            section = "Directory")
        @Default("false")
        boolean enableAutomaticSync,
    @Field(
            label = "Sync VMRs",
            help = "Make a Virtual Meeting Room for each entry.",
            section = "Objects to make")
        @Default("true")
        boolean syncConferences,
    @Field(
            label = "Sync devices",
            help = "Make a device alias for each entry.",
            section = "Objects to make")
        @Default("false")
        boolean syncDevices,
    @Field(
            label = "Device alias pattern",
            help = "Pattern of the alias. A device alias that exists already is overwritten.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("{{mail}}")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String deviceAlias,
    @Field(
            label = "Device tag pattern",
            help = "Pattern of the service tag.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String deviceTag,
    @Field(
            label = "Allow device tag to be manually overridden",
            help = "A later synchronisation does not change the tag.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("false")
        boolean deviceTagOverridable,
    @Field(
            label = "Device description pattern",
            help = "Pattern of the description.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String deviceDescription,
    @Field(
            label = "Allow device description to be manually overridden",
            help = "A later synchronisation does not change the description.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("false")
        boolean deviceDescriptionOverridable,
    @Field(
            label = "Device user name pattern",
            help = "Pattern of the user name; empty: devices register without password.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("{{mail}}")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String deviceUsername,
    @Field(
            label = "Allow device user name to be manually overridden",
            help = "A later synchronisation does not change the user name.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("false")
        boolean deviceUsernameOverridable,
    @Field(
            label = "Device password pattern",
            help = "Pattern of the password; needed if there is a user name.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String devicePassword,
    @Field(
            label = "Allow device password to be manually overridden",
            help = "A later synchronisation does not change the password.",
            section = "Device settings")
        @When(field = "sync_devices", is = "true")
        @Default("false")
        boolean devicePasswordOverridable,
    @Field(
            label = "VMR name pattern",
            help =
                "Pattern of the name, which must be unique. A Virtual Meeting Room "
                    + "that exists already is overwritten.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 250)
        @Format(Syntax.SYNC_PATTERN)
        String conferenceName,
    @Field(
            label = "VMR description pattern",
            help = "Pattern of the description.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 250)
        @Format(Syntax.SYNC_PATTERN)
        String conferenceDescription,
    @Field(
            label = "Allow VMR description to be manually overridden",
            help = "A later synchronisation does not change the description.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean conferenceDescriptionOverridable,
    @Field(
            label = "Host PIN pattern",
            help =
                "Pattern of the host PIN, such as {{ [9,pex_random_pin(5)]|join }} "
                    + "for six digits that start with 9.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 250)
        @Format(Syntax.SYNC_PATTERN)
        String pin,
    @Field(
            label = "Allow guests",
            help = "Participants are either hosts or guests. Needs a host PIN.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean allowGuests,
    @Field(
            label = "Guest PIN pattern",
            help =
                "Pattern of the guest PIN. It must never give the host PIN: let "
                    + "both start with different digits.",
            section = "VMR settings")
        @When(field = "allow_guests", is = "true")
        @Default("")
        @Length(max = 250)
        @Format(Syntax.SYNC_PATTERN)
        String guestPin,
    @Field(
            label = "Allow PIN settings to be manually overridden",
            help =
                "A later synchronisation does not change the PINs or "
                    + "whether guests are allowed.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean pinSettingsOverridable,
    @Field(label = "Layout", help = "Arrangement of pictures.", section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("one_main_seven_pips")
        View hostView,
    @Field(
            label = "Show names of speakers",
            help = "Shows the name or alias of each main speaker.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean enableOverlayText,
    @Field(
            label = "Allow layout settings to be manually overridden",
            help = "A later synchronisation does not change the layout or the names of speakers.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean hostViewOverridable,
    @Field(
            label = "Theme",
            help = "Theme of the Virtual Meeting Rooms; empty: the default theme.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Nullable Ref<IvrTheme> ivrTheme,
    @Field(
            label = "Allow theme to be manually overridden",
            help = "A later synchronisation does not change the theme.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean ivrThemeOverridable,
    @Field(
            label = "First VMR alias pattern",
            help =
                "Pattern of an alias, such as "
                    + "meet.{{givenName|lower}}.{{sn|lower}}@example.com. An alias of "
                    + "another service is taken away from it.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String alias_1,
    @Field(
            label = "First VMR alias description pattern",
            help = "Pattern of the description of the alias.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String alias_1Description,
    @Field(
            label = "Second VMR alias pattern",
            help = "Pattern of a further alias; an empty result makes none.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String alias_2,
    @Field(
            label = "Second VMR alias description pattern",
            help = "Pattern of the description of the alias.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String alias_2Description,
    @Field(
            label = "Third VMR alias pattern",
            help = "Pattern of a further alias; an empty result makes none.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String alias_3,
    @Field(
            label = "Third VMR alias description pattern",
            help = "Pattern of the description of the alias.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String alias_3Description,
    @Field(
            label = "Fourth VMR alias pattern",
            help = "Pattern of a further alias; an empty result makes none.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String alias_4,
    @Field(
            label = "Fourth VMR alias description pattern",
            help = "Pattern of the description of the alias.",
            section = "VMR settings")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 512)
        @Format(Syntax.SYNC_PATTERN)
        String alias_4Description,
    @Field(
            label = "Maximum inbound call bandwidth (kbps)",
            help =
                "Limit of the media that is received from each participant; empty: "
                    + "the global limit.",
            section = "Advanced VMR options")
        @When(field = "sync_conferences", is = "true")
        @Range(min = 128, max = 8192)
        @Nullable Integer maxCallrateIn,
    @Field(
            label = "Maximum outbound call bandwidth (kbps)",
            help =
                "Limit of the media that is sent to each participant; empty: the "
                    + "global limit.",
            section = "Advanced VMR options")
        @When(field = "sync_conferences", is = "true")
        @Range(min = 128, max = 8192)
        @Nullable Integer maxCallrateOut,
    @Field(
            label = "Allow bandwidths to be manually overridden",
            help = "A later synchronisation does not change the limits.",
            section = "Advanced VMR options")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean callratesOverridable,
    @Field(
            label = "Participant limit",
            help = "Largest number of participants; empty for no limit.",
            section = "Advanced VMR options")
        @When(field = "sync_conferences", is = "true")
        @Range(min = 0, max = 1_000_000)
        @Nullable Integer participantLimit,
    @Field(
            label = "Allow participant limit to be manually overridden",
            help = "A later synchronisation does not change the limit.",
            section = "Advanced VMR options")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean participantLimitOverridable,
    @Field(
            label = "Service tag pattern",
            help = "Pattern of the service tag.",
            section = "Advanced VMR options")
        @When(field = "sync_conferences", is = "true")
        @Default("")
        @Length(max = 250)
        @Format(Syntax.SYNC_PATTERN)
        String tag,
    @Field(
            label = "Allow service tag to be manually overridden",
            help = "A later synchronisation does not change the tag.",
            section = "Advanced VMR options")
        @When(field = "sync_conferences", is = "true")
        @Default("false")
        boolean tagOverridable,
    @Field(
            label = "Conference capabilities",
            help = "Media that participants may have. Every synchronisation sets it again.",
            section = "Advanced VMR options")
        @When(field = "sync_conferences", is = "true")
        @Default("video")
        Capability callType,
    @Field(
            label = "Send e-mails",
            help =
                "Send mail to the owner whenever a synchronisation makes or changes "
                    + "a Virtual Meeting Room or device alias. Reminders are sent either way.",
            section = "E-mail options")
        @Default("false")
        boolean enableServiceEmails,
    @Field(
            label = "Owner e-mail address pattern",
            help = "Pattern of the address of the owner, such as {{mail}}.",
            section = "E-mail options")
        @Default("")
        @Length(max = 100)
        @Format(Syntax.SYNC_PATTERN)
        String primaryOwnerEmailAddress,
    @Field(
            label = "Allow owner e-mail address to be manually overridden",
            help = "A later synchronisation does not change the address.",
            section = "E-mail options")
        @Default("false")
        boolean primaryOwnerEmailAddressOverridable,
    @Field(
            label = "SMTP server",
            help = "Server that takes the mail, reminders included; needed to send any.",
            section = "E-mail options")
        @Nullable Ref<SmtpServer> smtpServer,
    @Field(
            label = "VMR e-mail subject template",
            help = "Subject of mail about Virtual Meeting Rooms; one line.",
            section = "E-mail options")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.SERVICE_EMAIL)
        String serviceEmailSubjectTemplate,
    @Field(
            label = "VMR e-mail body template",
            help = "Text or HTML of mail about Virtual Meeting Rooms.",
            multiline = true,
            section = "E-mail options")
        @Default("")
        @Length(max = 24576)
        @Format(Syntax.SERVICE_EMAIL)
        String serviceEmailTemplate,
    @Field(
            label = "Device e-mail subject template",
            help = "Subject of mail about device aliases; one line.",
            section = "E-mail options")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.DEVICE_EMAIL)
        String deviceEmailSubjectTemplate,
    @Field(
            label = "Device e-mail body template",
            help = "Text or HTML of mail about device aliases.",
            multiline = true,
            section = "E-mail options")
        @Default("")
        @Length(max = 24576)
        @Format(Syntax.DEVICE_EMAIL)
        String deviceEmailTemplate)
    implements Checked, Advised {
  private static final Pattern RANDOM = Pattern.compile("pex_random_pin|pex_uuid4");

  private static final String MAIL_EACH_TIME =
      "The pattern gives another value at each synchronisation, so all owners get mail each time; ";

  @Override
  public void check(Check check) {
    check.require(
        !ldapUserFilter.isEmpty()
            || check.wasStored(
                ConferenceSyncTemplate.class, before -> before.ldapUserFilter().isEmpty()),
        "ldap_user_filter",
        "Say which entries are meant; (objectclass=*) is all of them.");
    if (syncDevices) {
      check.require(!deviceAlias.isBlank(), "device_alias", "Device aliases need a pattern.");
      check.require(
          deviceUsername.isBlank() || !devicePassword.isBlank(),
          "device_password",
          "A user name needs a password.");
    }
    if (syncConferences) {
      check.require(
          !conferenceName.isBlank(), "conference_name", "Names of services need a pattern.");
      PinRules.checkPresence(check, pin, allowGuests, guestPin);
    }
    check.require(
        !enableServiceEmails || smtpServer != null,
        "smtp_server",
        "Mail can only be sent through a server.");
  }

  /** What is random differs at each synchronisation unless it is kept (SVC-320). */
  @Override
  public void advise(Advice advice) {
    if (!enableServiceEmails) {
      return;
    }
    if (syncConferences) {
      keep(advice, pin + guestPin, pinSettingsOverridable, "pin_settings_overridable");
      keep(advice, tag, tagOverridable, "tag_overridable");
      keep(
          advice,
          conferenceDescription,
          conferenceDescriptionOverridable,
          "conference_description_overridable");
      replace(advice, conferenceName, "conference_name");
      replace(advice, alias_1, "alias_1");
      replace(advice, alias_1Description, "alias_1_description");
      replace(advice, alias_2, "alias_2");
      replace(advice, alias_2Description, "alias_2_description");
      replace(advice, alias_3, "alias_3");
      replace(advice, alias_3Description, "alias_3_description");
      replace(advice, alias_4, "alias_4");
      replace(advice, alias_4Description, "alias_4_description");
    }
    if (syncDevices) {
      keep(advice, devicePassword, devicePasswordOverridable, "device_password_overridable");
      keep(advice, deviceUsername, deviceUsernameOverridable, "device_username_overridable");
      keep(advice, deviceTag, deviceTagOverridable, "device_tag_overridable");
      keep(
          advice,
          deviceDescription,
          deviceDescriptionOverridable,
          "device_description_overridable");
      replace(advice, deviceAlias, "device_alias");
    }
    keep(
        advice,
        primaryOwnerEmailAddress,
        primaryOwnerEmailAddressOverridable,
        "primary_owner_email_address_overridable");
  }

  private static void keep(Advice advice, String pattern, boolean overridable, String field) {
    if (!overridable && RANDOM.matcher(pattern).find()) {
      advice.doubt(field, MAIL_EACH_TIME + "allow it to be overridden.");
    }
  }

  /** Aliases and names cannot be kept, and random ones may clash (SVC-300). */
  private static void replace(Advice advice, String pattern, String field) {
    if (RANDOM.matcher(pattern).find()) {
      advice.doubt(field, MAIL_EACH_TIME + "use a value of the directory, or pex_hash of one.");
    }
  }
}
