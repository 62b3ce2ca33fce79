package org.plenum.node.sdp;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads session descriptions (RFC 8866). Strict where a wrong guess would send media to a wrong
 * place, lenient where the wild differs from the grammar: bare LF, missing {@code s=} or {@code
 * t=}, unknown line types, spaces at line ends.
 */
public final class SdpParser {
  /** Longest description that is read, octets; real ones stay under 10 KiB. */
  public static final int MAX_LENGTH = 64 * 1024;

  private static final int MAX_MEDIA = 32;
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

  private @Nullable Origin origin;
  private String sessionName = "-";
  private final Section session = new Section();
  private final List<OpenMedia> media = new ArrayList<>();
  private int lineNumber;

  private SdpParser() {}

  /** What session and media descriptions have in common while they are read. */
  private static final class Section {
    @Nullable Connection connection;
    final List<Bandwidth> bandwidths = new ArrayList<>();
    final List<Attribute> attributes = new ArrayList<>();
  }

  private record OpenMedia(
      String type, int port, String protocol, List<String> formats, int line, Section section) {}

  /**
   * Reads a description.
   *
   * @throws SdpException it is not one; the message names the line and field
   */
  public static SessionDescription parse(byte[] content) throws SdpException {
    if (content.length > MAX_LENGTH) {
      throw new SdpException(
          0, "longer than " + MAX_LENGTH + " octets (" + content.length + " octets)");
    }
    return new SdpParser().read(new String(content, StandardCharsets.UTF_8));
  }

  /** As {@link #parse(byte[])}. */
  public static SessionDescription parse(String content) throws SdpException {
    return parse(content.getBytes(StandardCharsets.UTF_8));
  }

  private SessionDescription read(String content) throws SdpException {
    int start = 0;
    while (start < content.length()) {
      int end = content.indexOf('\n', start);
      end = end < 0 ? content.length() : end;
      lineNumber++;
      String line = content.substring(start, end).stripTrailing();
      if (!line.isEmpty()) {
        line(line);
      }
      start = end + 1;
    }
    return assemble();
  }

  private void line(String line) throws SdpException {
    if (line.indexOf('\0') >= 0) {
      throw problem("NUL character");
    }
    if (line.length() < 2 || line.charAt(1) != '=') {
      throw problem("not of the form <letter>=<value>: \"" + excerpt(line) + '"');
    }
    char type = line.charAt(0);
    String value = line.substring(2).strip();
    if (origin == null && lineNumber == 1 && type != 'v') {
      throw problem("v= expected, found " + type + "=");
    }
    switch (type) {
      case 'v' -> version(value);
      case 'o' -> origin(value);
      case 's' -> sessionName = value.isEmpty() ? "-" : value;
      case 'c' -> section().connection = connection(value);
      case 'b' -> bandwidth(value);
      case 'a' -> attribute(value);
      case 'm' -> media(value);
      default -> {
        // i, u, e, p, t, r, z, k and unknown letters have no influence on a call.
      }
    }
  }

  private void version(String value) throws SdpException {
    if (!value.equals("0")) {
      throw problem("v= version 0 expected, found \"" + excerpt(value) + '"');
    }
  }

  private void origin(String value) throws SdpException {
    String[] parts = SPACES.split(value);
    if (parts.length < 6) {
      throw problem("o= has " + parts.length + " fields instead of 6");
    }
    // Counted from the end, because some endpoints write a user name with spaces.
    int first = parts.length - 6;
    if (!DIGITS.matcher(parts[first + 2]).matches()) {
      throw problem("o= version \"" + excerpt(parts[first + 2]) + "\" is not a number");
    }
    origin =
        new Origin(
            parts[first],
            parts[first + 1],
            new BigInteger(parts[first + 2]),
            parts[first + 4],
            parts[first + 5]);
  }

  private Connection connection(String value) throws SdpException {
    String[] parts = SPACES.split(value);
    if (parts.length != 3 || !parts[0].equals("IN")) {
      throw problem("c= is not of the form IN <type> <address>: \"" + excerpt(value) + '"');
    }
    if (!parts[1].equals("IP4") && !parts[1].equals("IP6")) {
      throw problem("c= address type \"" + excerpt(parts[1]) + "\" is neither IP4 nor IP6");
    }
    InetAddress address = literal("c=", parts[2]);
    if (address.isMulticastAddress()) {
      throw problem("c= multicast address " + excerpt(parts[2]) + " is not supported");
    }
    return new Connection(address);
  }

  private InetAddress literal(String field, String text) throws SdpException {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw problem(field + " \"" + excerpt(text) + "\" is not a literal IP address");
    }
  }

  private void bandwidth(String value) throws SdpException {
    int colon = value.indexOf(':');
    if (colon <= 0) {
      throw problem("b= is not of the form <type>:<value>: \"" + excerpt(value) + '"');
    }
    String number = value.substring(colon + 1).strip();
    // Some endpoints write fractions or "-1" for "no limit": such a line limits nothing.
    if (DIGITS.matcher(number).matches() && number.length() <= 18) {
      section().bandwidths.add(new Bandwidth(value.substring(0, colon), Long.parseLong(number)));
    }
  }

  private void attribute(String value) throws SdpException {
    int colon = value.indexOf(':');
    String name = colon < 0 ? value : value.substring(0, colon);
    if (name.isEmpty()) {
      throw problem("a= has no name");
    }
    String rest = colon < 0 ? "" : value.substring(colon + 1).strip();
    section().attributes.add(new Attribute(name, rest, lineNumber));
  }

  private void media(String value) throws SdpException {
    if (media.size() == MAX_MEDIA) {
      throw problem("more than " + MAX_MEDIA + " m= lines");
    }
    String[] parts = SPACES.split(value);
    if (parts.length < 4) {
      throw problem("m= is not of the form <media> <port> <proto> <format>...");
    }
    // <port>/<number of ports>: layered streams are not supported, the first port counts.
    String port = parts[1].contains("/") ? parts[1].substring(0, parts[1].indexOf('/')) : parts[1];
    if (!DIGITS.matcher(port).matches() || port.length() > 5 || Integer.parseInt(port) > 65535) {
      throw problem("m= port \"" + excerpt(parts[1]) + "\" is not within 0-65535");
    }
    media.add(
        new OpenMedia(
            parts[0],
            Integer.parseInt(port),
            parts[2],
            List.of(parts).subList(3, parts.length),
            lineNumber,
            new Section()));
  }

  private Section section() {
    return media.isEmpty() ? session : media.getLast().section();
  }

  private SessionDescription assemble() throws SdpException {
    if (lineNumber == 0) {
      throw new SdpException(0, "empty");
    }
    if (origin == null) {
      throw new SdpException(0, "o= is missing");
    }
    List<MediaDescription> descriptions = new ArrayList<>();
    for (OpenMedia open : media) {
      Section section = open.section();
      if (open.port() != 0 && section.connection == null && session.connection == null) {
        throw new SdpException(open.line(), "m=" + excerpt(open.type()) + " has no c= line");
      }
      descriptions.add(
          new MediaDescription(
              open.type(),
              open.port(),
              open.protocol(),
              open.formats(),
              Optional.ofNullable(section.connection),
              section.bandwidths,
              new Attributes(section.attributes),
              open.line()));
    }
    return new SessionDescription(
        origin,
        sessionName,
        Optional.ofNullable(session.connection),
        session.bandwidths,
        new Attributes(session.attributes),
        descriptions);
  }

  private SdpException problem(String problem) {
    return new SdpException(lineNumber, problem);
  }

  /** Peers' text in messages: short, and without control characters that would forge log lines. */
  private static String excerpt(String text) {
    String shortened = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    return shortened.replaceAll("\\p{Cntrl}", "?");
  }
}
