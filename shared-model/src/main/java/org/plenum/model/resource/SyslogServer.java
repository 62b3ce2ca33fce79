package org.plenum.model.resource;

import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** A remote syslog server, which gets the logs of all nodes (PLAT-182 to PLAT-187). */
@Resource(
    name = "syslog_server",
    label = "syslog server",
    plural = "syslog servers",
    menu = Menu.SYSTEM,
    title = "address",
    help =
        "A server that gets a copy of the logs, directly from the management service and from every node.")
public record SyslogServer(
    @Field(label = "Address", help = "IP address or host name of the server.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "Port of the server.")
        @Default("514")
        @Range(min = 1, max = 65535)
        int port,
    @Field(label = "Transport", help = "How messages are carried.") @Default("udp")
        SyslogTransport transport,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(label = "Send audit log", help = "Send what administrators did.", section = "Logs")
        @Default("false")
        boolean auditLog,
    @Field(
            label = "Send support log",
            help = "Send what the parts of the platform did.",
            section = "Logs")
        @Default("true")
        boolean supportLog,
    @Field(label = "Send web log", help = "Send the requests to the web server.", section = "Logs")
        @Default("false")
        boolean webLog) {}
