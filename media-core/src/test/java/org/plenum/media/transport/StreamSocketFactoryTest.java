package org.plenum.media.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamSocketFactoryTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final SocketLoops loops = new SocketLoops(1);

  @AfterEach
  void stop() {
    loops.close();
  }

  @Test
  void skipsAPairOfWhichAnotherProcessHoldsAPort() throws Exception {
    PortPairs ports = new PortPairs(61_000, 61_099);
    StreamSocketFactory factory = new StreamSocketFactory(loops, LOOPBACK, ports);
    try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(LOOPBACK, 61_001))) {
      StreamSockets sockets = factory.bind(loops.next(), 0).orElseThrow();

      assertThat(sockets.rtp().port()).isEven().isNotEqualTo(61_000);
      assertThat(sockets.rtcp().port()).isEqualTo(sockets.rtp().port() + 1);
      assertThat(ports.taken()).isEqualTo(1);
      factory.release(sockets);
    }
    assertThat(ports.taken()).isZero();
  }

  @Test
  void saysSoWhenTheAddressIsNotOfThisMachine() throws Exception {
    PortPairs ports = new PortPairs(61_100, 61_199);
    StreamSocketFactory factory =
        new StreamSocketFactory(loops, InetAddress.getByName("192.0.2.1"), ports);

    assertThatThrownBy(() -> factory.bind(loops.next(), 0))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("192.0.2.1");
    assertThat(ports.taken()).isZero();
  }

  @Test
  void sendsAndReceives() throws Exception {
    StreamSocketFactory factory =
        new StreamSocketFactory(loops, LOOPBACK, new PortPairs(61_200, 61_299));
    // IP_TOS with EF must be accepted by the platform.
    StreamSockets a = factory.bind(loops.next(), 46).orElseThrow();
    StreamSockets b = factory.bind(loops.next(), 0).orElseThrow();
    var received = new CompletableFuture<String>();
    b.rtp()
        .deliverTo(
            (buffer, length, source) ->
                received.complete(
                    new String(buffer, 0, length, StandardCharsets.US_ASCII)
                        + " from "
                        + source.getPort()));

    a.rtp().send("hello".getBytes(StandardCharsets.US_ASCII), 1, 3, address(b));

    assertThat(received.get(5, TimeUnit.SECONDS)).isEqualTo("ell from " + a.rtp().port());
    factory.release(a);
    factory.release(b);
  }

  private static InetSocketAddress address(StreamSockets sockets) {
    return new InetSocketAddress(LOOPBACK, sockets.rtp().port());
  }
}
