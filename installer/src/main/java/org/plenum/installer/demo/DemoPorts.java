package org.plenum.installer.demo;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * Ports of the demonstration, all relative to one base so that several can run on a machine.
 *
 * @param base first port of the block; 15000 gives the documented defaults
 */
record DemoPorts(int base) {

  static final int DEFAULT_BASE = 15_000;
  private static final int BLOCK = 3_545;

  DemoPorts {
    if (base < 1024 || base + BLOCK > 65_535) {
      throw new StartupException(
          ExitCode.USAGE, "--base-port must be from 1024 to " + (65_535 - BLOCK) + ".");
    }
  }

  int managementHttps() {
    return base + 3_443;
  }

  int consoleGrpc() {
    return base + 3_444;
  }

  int nodeHttps() {
    return base + 3_543;
  }

  int nodeControl() {
    return base + 3_544;
  }

  int sip() {
    return base + 60;
  }

  int sipTls() {
    return base + 61;
  }

  /** Fails with one sentence that names the first port that another process holds. */
  void requireFree(InetAddress address) {
    for (int port :
        List.of(managementHttps(), consoleGrpc(), nodeHttps(), nodeControl(), sip(), sipTls())) {
      try (ServerSocket socket = new ServerSocket()) {
        // The listeners set SO_REUSEADDR too: a port in TIME_WAIT is free.
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, port));
      } catch (IOException e) {
        throw inUse("TCP", port, e);
      }
    }
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, sip()))) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw inUse("UDP", sip(), e);
    }
  }

  private static StartupException inUse(String protocol, int port, IOException cause) {
    return new StartupException(
        ExitCode.PORT_IN_USE,
        protocol
            + " port "
            + port
            + " is in use by another process; stop it or choose other ports with --base-port.",
        cause);
  }
}
