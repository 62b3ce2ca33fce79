package org.plenum.model.resource;

import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;

/** A TURN server for calls with clients behind firewalls (SYS-187 to SYS-200). */
@Resource(
    name = "turn_server",
    label = "TURN server",
    plural = "TURN servers",
    menu = Menu.CALL_CONTROL,
    help =
        "A relay (RFC 5766) for media of clients that cannot reach the nodes. It is used where a location or a call routing rule chooses it. A Microsoft A/V Edge server is none.")
public record TurnServer(
    @Field(label = "Name", help = "Name of the server.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Address",
            help =
                "Public IP address or host name of the server; the nodes must reach it over UDP.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "UDP port of the server; empty for 3478.")
        @Default("3478")
        @Range(min = 1, max = 65535)
        @Nullable Integer port,
    @Field(
            label = "User name",
            help = "Account at the server that may make bindings.",
            section = "Account")
        @Default("")
        @Length(max = 100)
        String username,
    @Field(label = "Password", help = "Password of the account.", section = "Account")
        @Default("")
        @Secret
        @Length(max = 100)
        String password)
    implements Advised {
  @Override
  public void advise(Advice advice) {
    NodeAdvice.adviseOnSameServer(advice, this);
  }
}
