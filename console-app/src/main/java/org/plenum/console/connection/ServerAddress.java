package org.plenum.console.connection;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenum.model.enrolment.ManagementEndpoint;

/**
 * Where the management service answers HTTPS.
 *
 * @param host name or address; IPv6 without brackets
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:https://)?(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<host>[^\\s:/\\[\\]]+))"
              + "(?::(?<port>[0-9]{1,5}))?/?");

  /** Refuses ports that do not exist. */
  public ServerAddress {
    host = host.toLowerCase(Locale.ROOT);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port must be 1 to 65535, not " + port);
    }
  }

  /**
   * Reads {@code HOST}, {@code HOST:PORT}, {@code [IPV6]:PORT} or the start of a web address.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static ServerAddress parse(String text) {
    Matcher address = FORM.matcher(text.strip());
    if (!address.matches()) {
      throw new IllegalArgumentException("not a server address: " + text);
    }
    String host = address.group("v6") != null ? address.group("v6") : address.group("host");
    String port = address.group("port");
    return new ServerAddress(
        host, port == null ? ManagementEndpoint.DEFAULT_PORT : Integer.parseInt(port));
  }

  /** Host and port in the form that {@link #parse} reads. */
  @Override
  public String toString() {
    return bracketedHost() + ":" + port;
  }

  /** The host as part of a web address. */
  String bracketedHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
