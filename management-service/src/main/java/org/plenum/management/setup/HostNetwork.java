package org.plenum.management.setup;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenum.model.config.Syntax;

/** Finds out names and addresses of the host, as proposals where the installer gives none. */
public final class HostNetwork {
  private static final String FALLBACK_DOMAIN = "local";
  private static final String FALLBACK_TIME = "pool.ntp.org";
  private static final int MAX_SERVERS = 3;

  private final Path resolverFile;
  private final Path routeFile;

  /** Reads the host's own files. */
  public HostNetwork() {
    this(Path.of("/etc/resolv.conf"), Path.of("/proc/net/route"));
  }

  HostNetwork(Path resolverFile, Path routeFile) {
    this.resolverFile = resolverFile;
    this.routeFile = routeFile;
  }

  /** What is known about the host; every part has a usable value. */
  public NetworkIdentity detect() {
    Subnet subnet = firstSubnet();
    String gateway = defaultGateway().orElseGet(subnet::firstAddress);
    List<String> nameServers = nameServers();
    String[] name = hostName().split("\\.", 2);
    return new NetworkIdentity(
        Syntax.HOSTNAME.allows(name[0]) ? name[0] : "plenum",
        name.length == 2 && Syntax.DOMAIN.allows(name[1]) ? name[1] : FALLBACK_DOMAIN,
        text(subnet.address()),
        text(subnet.mask()),
        gateway,
        nameServers.isEmpty() ? List.of(gateway) : nameServers,
        List.of(FALLBACK_TIME));
  }

  /** An address with the mask of its subnet, as numbers. */
  record Subnet(int address, int mask) {
    static Subnet of(InterfaceAddress address) {
      int bits = address.getNetworkPrefixLength();
      return new Subnet(
          number(address.getAddress().getAddress()), bits == 0 ? 0 : -1 << (32 - bits));
    }

    String firstAddress() {
      return text((address & mask) + 1);
    }
  }

  private static Subnet firstSubnet() {
    List<Subnet> subnets = new ArrayList<>();
    try {
      for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (card.isUp() && !card.isLoopback()) {
          card.getInterfaceAddresses().stream()
              .filter(address -> address.getAddress() instanceof Inet4Address)
              .map(Subnet::of)
              .forEach(subnets::add);
        }
      }
    } catch (SocketException e) {
      // A host whose interfaces cannot be listed is treated as one that has none.
    }
    return subnets.isEmpty() ? new Subnet(0x7F000001, 0xFF000000) : subnets.getFirst();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      return "plenum";
    }
  }

  List<String> nameServers() {
    return lines(resolverFile).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("nameserver"))
        .map(line -> line.substring("nameserver".length()).strip())
        .filter(Syntax.IP_ADDRESS::allows)
        .distinct()
        .limit(MAX_SERVERS)
        .toList();
  }

  /** The kernel writes addresses as hexadecimal numbers in the byte order of the machine. */
  Optional<String> defaultGateway() {
    return lines(routeFile).stream()
        .map(line -> line.split("\\s+"))
        .filter(columns -> columns.length > 2 && columns[1].equals("00000000"))
        .map(columns -> columns[2])
        .filter(gateway -> gateway.matches("[0-9A-Fa-f]{8}") && !gateway.equals("00000000"))
        .map(gateway -> text(Integer.reverseBytes(HexFormat.fromHexDigits(gateway))))
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of(); // Not this kind of system.
    }
  }

  private static int number(byte[] bytes) {
    return (bytes[0] & 0xFF) << 24
        | (bytes[1] & 0xFF) << 16
        | (bytes[2] & 0xFF) << 8
        | (bytes[3] & 0xFF);
  }

  private static String text(int address) {
    return "%d.%d.%d.%d"
        .formatted(address >>> 24, address >>> 16 & 0xFF, address >>> 8 & 0xFF, address & 0xFF);
  }
}
