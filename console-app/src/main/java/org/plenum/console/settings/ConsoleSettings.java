package org.plenum.console.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the console remembers.
 *
 * @param recentServers last used first
 * @param lastUser user name of the last log-in
 * @param certificateFile file with the certificate of the last log-in; empty if that took a
 *     password
 * @param theme light or dark
 * @param reduceMotion nothing pulsates (DIAG-045)
 * @param hideHelp no help text under form fields (PLAT-170)
 * @param windows by window name
 * @param dividers share of the first side, by split pane
 * @param tables by page
 */
public record ConsoleSettings(
    List<String> recentServers,
    String lastUser,
    String certificateFile,
    ThemeName theme,
    boolean reduceMotion,
    boolean hideHelp,
    Map<String, WindowState> windows,
    Map<String, Double> dividers,
    Map<String, TableState> tables) {
  /** How many servers are remembered. */
  static final int MAX_RECENT_SERVERS = 8;

  /** Light or dark. */
  public enum ThemeName {
    LIGHT,
    DARK
  }

  /** Fills in what an older file does not have. */
  public ConsoleSettings {
    recentServers = recentServers == null ? List.of() : List.copyOf(recentServers);
    lastUser = Objects.requireNonNullElse(lastUser, "");
    certificateFile = Objects.requireNonNullElse(certificateFile, "");
    theme = Objects.requireNonNullElse(theme, ThemeName.LIGHT);
    windows = windows == null ? Map.of() : Map.copyOf(windows);
    dividers = dividers == null ? Map.of() : Map.copyOf(dividers);
    tables = tables == null ? Map.of() : Map.copyOf(tables);
  }

  /** What a first run starts with. */
  public static ConsoleSettings initial() {
    return new ConsoleSettings(
        List.of(), "", "", ThemeName.LIGHT, false, false, Map.of(), Map.of(), Map.of());
  }

  /**
   * The same with a log-in put first.
   *
   * @param usedCertificateFile file with the certificate; empty if it took a password
   */
  public ConsoleSettings withLogin(String server, String user, String usedCertificateFile) {
    List<String> servers = new ArrayList<>(recentServers);
    servers.remove(server);
    servers.addFirst(server);
    return new ConsoleSettings(
        servers.subList(0, Math.min(servers.size(), MAX_RECENT_SERVERS)),
        user,
        usedCertificateFile,
        theme,
        reduceMotion,
        hideHelp,
        windows,
        dividers,
        tables);
  }

  /** The same with another theme. */
  public ConsoleSettings withTheme(ThemeName other) {
    return new ConsoleSettings(
        recentServers,
        lastUser,
        certificateFile,
        other,
        reduceMotion,
        hideHelp,
        windows,
        dividers,
        tables);
  }

  /** The same with or without moving parts. */
  public ConsoleSettings withReduceMotion(boolean reduce) {
    return new ConsoleSettings(
        recentServers,
        lastUser,
        certificateFile,
        theme,
        reduce,
        hideHelp,
        windows,
        dividers,
        tables);
  }

  /** The same with or without help texts. */
  public ConsoleSettings withHideHelp(boolean hide) {
    return new ConsoleSettings(
        recentServers,
        lastUser,
        certificateFile,
        theme,
        reduceMotion,
        hide,
        windows,
        dividers,
        tables);
  }

  /** The same with a window's place. */
  public ConsoleSettings withWindow(String name, WindowState state) {
    return new ConsoleSettings(
        recentServers,
        lastUser,
        certificateFile,
        theme,
        reduceMotion,
        hideHelp,
        with(windows, name, state),
        dividers,
        tables);
  }

  /** The same with a divider's place. */
  public ConsoleSettings withDivider(String name, double position) {
    return new ConsoleSettings(
        recentServers,
        lastUser,
        certificateFile,
        theme,
        reduceMotion,
        hideHelp,
        windows,
        with(dividers, name, position),
        tables);
  }

  /** The same with a table's arrangement. */
  public ConsoleSettings withTable(String name, TableState state) {
    return new ConsoleSettings(
        recentServers,
        lastUser,
        certificateFile,
        theme,
        reduceMotion,
        hideHelp,
        windows,
        dividers,
        with(tables, name, state));
  }

  /** Where a window was. */
  public @Nullable WindowState window(String name) {
    return windows.get(name);
  }

  /** How a table was arranged. */
  public TableState table(String name) {
    return tables.getOrDefault(name, TableState.INITIAL);
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
