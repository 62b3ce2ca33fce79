package org.plenum.model.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** An alias of a service (SVC-192 to SVC-197, SVX-011 to SVX-015). */
@Resource(
    name = "conference_alias",
    label = "alias",
    plural = "aliases",
    menu = Menu.SERVICES,
    title = "alias",
    help = "What callers dial to reach a service.")
public record ConferenceAlias(
    @Field(
            label = "Alias",
            help =
                "What callers dial, exactly as it arrives at the platform: letters, "
                    + "digits, dots, hyphens, underscores, plus signs, optionally with a "
                    + "domain. Case does not matter.",
            unique = true)
        @Length(max = 250)
        @Format(Syntax.ALIAS)
        String alias,
    @Field(label = "Service", help = "Service that the alias leads to.") Ref<Conference> conference,
    @Field(label = "Description", help = "Free text. Registered clients find the service by it.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Position",
            help =
                "Position in the list of aliases of the service, starting with 1; empty: "
                    + "at the end.")
        @Range(min = 1)
        @Nullable Integer viewOrder,
    @Field(label = "Creation time", help = "When the alias was created.", readOnly = true)
        @Default("now")
        Instant creationTime) {}
