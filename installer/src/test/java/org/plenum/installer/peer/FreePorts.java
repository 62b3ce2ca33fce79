package org.plenum.installer.peer;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports on the loopback interface that nobody uses, below the range of media and of the system. */
public final class FreePorts {

  private static final int LOWEST = 16_000;
  private static final int HIGHEST = 32_000;

  private FreePorts() {}

  /** First of consecutive ports that are free for UDP and TCP; even. */
  public static int block(int size) {
    return find(IntStream.range(0, size).toArray());
  }

  /** A base to which all these offsets are free for UDP and TCP; even. */
  public static int find(int... offsets) {
    for (int attempt = 0; attempt < 200; attempt++) {
      int base = ThreadLocalRandom.current().nextInt(LOWEST / 2, HIGHEST / 2) * 2;
      if (IntStream.of(offsets).allMatch(offset -> isFree(base + offset))) {
        return base;
      }
    }
    throw new IllegalStateException("no free ports");
  }

  private static boolean isFree(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(address)) {
      tcp.bind(address);
      return udp.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
