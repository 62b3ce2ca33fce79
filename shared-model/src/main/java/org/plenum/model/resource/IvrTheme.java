package org.plenum.model.resource;

import java.time.Instant;
import java.util.List;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Inverse;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;

/**
 * A set of prompts and pictures (SVX-310 to SVX-328). The files are uploaded as one package; the
 * object names the package by the digest of its content, so that another package is another value
 * for the audit trail, for versions and for nodes.
 */
@Resource(
    name = "ivr_theme",
    label = "theme",
    plural = "themes",
    menu = Menu.SERVICES,
    help =
        "Prompts and pictures that participants hear and see. What a theme does not contain "
            + "comes from the default theme.")
@Inverse(
    field = "conference",
    of = Conference.class,
    by = "ivr_theme",
    label = "Services",
    help = "Services with this theme. A service that is added here loses the theme it had.")
@Inverse(
    field = "gateway_routing_rule",
    of = GatewayRoutingRule.class,
    by = "ivr_theme",
    label = "Call routing rules",
    help = "Rules whose calls have this theme. A rule that is added here loses the theme it had.")
public record IvrTheme(
    @Field(label = "Name", help = "Name of the theme.", unique = true) @Length(max = 250)
        String name,
    @Field(
            label = "Files",
            help = "Files of the theme. A new package replaces all of them.",
            readOnly = true,
            notEmbedded = true)
        @Default("")
        List<String> files,
    @Field(
            label = "Package digest",
            help = "SHA-256 of the files; empty while the theme has none.",
            readOnly = true)
        @Default("")
        @Length(max = 64)
        String packageDigest,
    @Field(
            label = "UUID",
            help = "Identity of the theme, which it keeps when it is renamed.",
            readOnly = true)
        @Length(max = 36)
        String uuid,
    @Field(label = "Last updated", help = "When the files were last replaced.", readOnly = true)
        @Default("now")
        Instant lastUpdated) {
  /** Copies the list. */
  public IvrTheme {
    files = List.copyOf(files);
  }
}
