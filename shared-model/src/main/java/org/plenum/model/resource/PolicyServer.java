package org.plenum.model.resource;

import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;
import org.plenum.model.config.When;

/**
 * Where nodes ask for decisions and data, and what they do with the answers (SYS-210 to SYS-226).
 */
@Resource(
    name = "policy_server",
    label = "policy profile",
    plural = "policy profiles",
    menu = Menu.CALL_CONTROL,
    help =
        "Lets an external policy server, local scripts or both decide about calls. It is in force at the nodes of the locations that choose it.")
public record PolicyServer(
    @Field(label = "Name", help = "Name of the profile.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "URL",
            help =
                "Web address of the external policy server. For HTTPS its certificate must be trusted.",
            section = "External policy server")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.URL)
        String url,
    @Field(
            label = "User name",
            help = "User name at the policy server; empty for none.",
            section = "External policy server")
        @Default("")
        @Length(max = 100)
        String username,
    @Field(
            label = "Password",
            help = "Password at the policy server.",
            section = "External policy server")
        @Default("")
        @Secret
        @Length(max = 100)
        String password,
    @Field(
            label = "Look up service configuration",
            help = "Ask the policy server what service an alias leads to.",
            section = "Service configuration")
        @Default("false")
        boolean enableServiceLookup,
    @Field(
            label = "Apply local policy to service configuration",
            help =
                "Run the script below on the service that was found; it can change it or reject the call.",
            section = "Service configuration")
        @Default("false")
        boolean enableInternalServicePolicy,
    @Field(
            label = "Service configuration script",
            help =
                "Script in the jinja2 language; its input is the service that was found, if any.",
            multiline = true,
            section = "Service configuration")
        @When(field = "enable_internal_service_policy", is = "true")
        @Default("")
        @Length(max = 49_152)
        @Format(Syntax.POLICY_SCRIPT)
        String internalServicePolicyTemplate,
    @Field(
            label = "Look up media location",
            help = "Ask the policy server which location handles the media of a call.",
            section = "Media location")
        @Default("false")
        boolean enableMediaLocationLookup,
    @Field(
            label = "Apply local policy to media location",
            help =
                "Run the script below on the location that was found; it can choose another one.",
            section = "Media location")
        @Default("false")
        boolean enableInternalMediaLocationPolicy,
    @Field(
            label = "Media location script",
            help = "Script in the jinja2 language; its input is the media location that was found.",
            multiline = true,
            section = "Media location")
        @When(field = "enable_internal_media_location_policy", is = "true")
        @Default("")
        @Length(max = 49_152)
        @Format(Syntax.POLICY_SCRIPT)
        String internalMediaLocationPolicyTemplate,
    @Field(
            label = "Look up avatars",
            help = "Ask the policy server for pictures of contacts and participants.",
            section = "Other data")
        @Default("false")
        boolean enableAvatarLookup,
    @Field(
            label = "Look up directory",
            help = "Ask the policy server for entries of the directory.",
            section = "Other data")
        @Default("false")
        boolean enableDirectoryLookup,
    @Field(
            label = "Look up registrations",
            help = "Ask the policy server whether a device may register.",
            section = "Other data")
        @Default("false")
        boolean enableRegistrationLookup)
    implements Advised {
  @Override
  public void advise(Advice advice) {
    boolean asksServer =
        enableServiceLookup
            || enableMediaLocationLookup
            || enableAvatarLookup
            || enableDirectoryLookup
            || enableRegistrationLookup;
    if (asksServer && url.isEmpty()) {
      advice.doubt("url", "Without the URL of a server nothing is looked up.");
    }
    adviseOnScript(
        advice,
        enableInternalServicePolicy,
        internalServicePolicyTemplate,
        "internal_service_policy_template");
    adviseOnScript(
        advice,
        enableInternalMediaLocationPolicy,
        internalMediaLocationPolicyTemplate,
        "internal_media_location_policy_template");
  }

  private static void adviseOnScript(Advice advice, boolean enabled, String script, String field) {
    if (enabled && script.isBlank()) {
      advice.doubt(field, "Without a script the local policy changes nothing.");
    }
  }
}
