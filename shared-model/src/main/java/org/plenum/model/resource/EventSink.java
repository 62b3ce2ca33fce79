package org.plenum.model.resource;

import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;

/** A web server that is told of calls as they happen (SYS-023). */
@Resource(
    name = "event_sink",
    label = "event sink",
    plural = "event sinks",
    menu = Menu.SYSTEM,
    help =
        "A web server to which nodes send what happens in conferences. It is used by the locations that choose it.")
public record EventSink(
    @Field(label = "Name", help = "Name of the event sink.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        @Nullable String description,
    @Field(label = "URL", help = "Web address that events are sent to.")
        @Length(max = 255)
        @Format(Syntax.URL)
        String url,
    @Field(label = "Version", help = "Version of the form of the events.")
        @Default("1")
        @Range(min = 1, max = 2)
        int version,
    @Field(
            label = "Send events in bulk",
            help = "Send several events in one request when many occur.")
        @Default("false")
        boolean bulkSupport,
    @Field(
            label = "Verify TLS certificate",
            help = "Send to a server with a valid certificate only.")
        @Default("true")
        boolean verifyTlsCertificate,
    @Field(
            label = "User name",
            help = "User name at the server; empty for none.",
            section = "Account")
        @Default("")
        @Length(max = 100)
        @Nullable String username,
    @Field(label = "Password", help = "Password at the server.", section = "Account")
        @Default("")
        @Secret
        @Length(max = 100)
        @Nullable String password) {}
