package org.plenum.console.shell;

import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.LocationNames;
import org.plenum.console.connection.ServerLink;
import org.plenum.console.connection.Session;
import org.plenum.console.control.Ticker;
import org.plenum.console.i18n.Messages;
import org.plenum.console.settings.Settings;
import org.plenum.console.status.Commands;
import org.plenum.console.status.StatusBoard;
import org.plenum.console.text.Times;

/** What the pages of a logged-in console are made with. Lives as long as the main window. */
public record Workspace(
    Session session,
    ServerLink link,
    StatusBoard board,
    ConfigurationClient configuration,
    LocationNames locations,
    Commands commands,
    Settings settings,
    Messages messages,
    Times times,
    Ticker ticker,
    TaskExecutor tasks) {}
