package org.plenum.model.resource;

import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;

/** A web proxy for requests of nodes to web servers (SYS-023). */
@Resource(
    name = "http_proxy",
    label = "web proxy",
    plural = "web proxies",
    menu = Menu.SYSTEM,
    help = "A proxy for web requests of the management service and of the nodes of a location.")
public record HttpProxy(
    @Field(label = "Name", help = "Name of the proxy.") @Length(max = 250) String name,
    @Field(label = "Address", help = "IP address or host name of the proxy.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "Port of the proxy; empty for the usual one of the protocol.")
        @Default("8080")
        @Range(min = 1, max = 65535)
        @Nullable Integer port,
    @Field(label = "Protocol", help = "Protocol in which the proxy is spoken to.") @Default("http")
        WebProxyProtocol protocol,
    @Field(
            label = "User name",
            help = "User name at the proxy; empty for none.",
            section = "Account")
        @Default("")
        @Length(max = 100)
        String username,
    @Field(label = "Password", help = "Password at the proxy.", section = "Account")
        @Default("")
        @Secret
        @Length(max = 100)
        String password)
    implements Checked {
  @Override
  public void check(Check check) {
    check.require(
        password.isEmpty() || !username.isEmpty(), "username", "A password needs a user name.");
  }
}
