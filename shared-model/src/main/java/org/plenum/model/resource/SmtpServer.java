package org.plenum.model.resource;

import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;

/** A server that sends e-mail to the owners of services and devices (PLAT-188 to PLAT-195). */
@Resource(
    name = "smtp_server",
    label = "SMTP server",
    plural = "SMTP servers",
    menu = Menu.SYSTEM,
    replicated = false,
    help =
        "A server through which the platform sends e-mail to the owners of services and devices.")
public record SmtpServer(
    @Field(label = "Name", help = "Name of the server.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(label = "Address", help = "IP address or host name of the server.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "Port of the server.")
        @Default("587")
        @Range(min = 1, max = 65535)
        int port,
    @Field(
            label = "Connection security",
            help = "Whether the connection is encrypted before anything is sent.")
        @Default("NONE")
        ConnectionSecurity connectionSecurity,
    @Field(
            label = "User name",
            help = "User name at the server; empty to send without log-in.",
            section = "Account")
        @Default("")
        @Length(max = 100)
        String username,
    @Field(label = "Password", help = "Password at the server.", section = "Account")
        @Default("")
        @Secret
        @Length(max = 100)
        String password,
    @Field(
            label = "From e-mail address",
            help = "Sender of the e-mail. The server must allow it for the account.",
            section = "Account")
        @Length(max = 100)
        @Format(Syntax.EMAIL)
        String fromEmailAddress) {}
