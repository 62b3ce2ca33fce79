package org.plenum.management.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SVC-039")
class DnsNameLookupTest {
  private static final int TYPE_A = 1;
  private static final int TYPE_AAAA = 28;
  private static final int NO_SUCH_NAME = 3;
  private static final InetAddress FOUR = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress OTHER_FOUR = InetAddress.ofLiteral("192.0.2.2");
  private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::1");

  private DatagramSocket socket;
  private Thread server;
  private NameLookup lookup;

  @BeforeEach
  void start() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    server = Thread.ofVirtual().start(this::serve);
    lookup = new DnsNameLookup("dns://127.0.0.1:" + socket.getLocalPort());
  }

  @AfterEach
  void stop() throws InterruptedException {
    socket.close();
    server.join();
  }

  /** A server that, as many do, has no answer to a question for everything (RFC 8482). */
  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
    try {
      while (true) {
        packet.setLength(512);
        socket.receive(packet);
        byte[] answer = answer(packet);
        if (answer.length > 0) {
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static byte[] answer(DatagramPacket packet) {
    byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
    String name = new String(question, 13, question[12], StandardCharsets.US_ASCII);
    int end = 12;
    while (question[end] != 0) {
      end += question[end] + 1;
    }
    int type = question[end + 2];
    if (name.equals("silent") || name.equals("half") && type == TYPE_AAAA) {
      return new byte[0];
    }
    List<byte[]> addresses = addresses(name, type);
    ByteBuffer answer = ByteBuffer.allocate(512);
    answer.put(question, 0, 2).put((byte) 0x81);
    answer.put((byte) (0x80 | (name.equals("nobody") ? NO_SUCH_NAME : 0)));
    answer.putShort((short) 1).putShort((short) addresses.size()).putInt(0);
    answer.put(question, 12, end + 5 - 12);
    for (byte[] address : addresses) {
      answer.putShort((short) 0xC00C).putShort((short) type).putShort((short) 1).putInt(60);
      answer.putShort((short) address.length).put(address);
    }
    return Arrays.copyOf(answer.array(), answer.position());
  }

  private static List<byte[]> addresses(String name, int type) {
    List<InetAddress> known =
        switch (name) {
          case "four", "half" -> List.of(FOUR, OTHER_FOUR);
          case "six" -> List.of(SIX);
          case "both" -> List.of(FOUR, SIX);
          default -> List.of();
        };
    return known.stream()
        .map(InetAddress::getAddress)
        .filter(address -> address.length == (type == TYPE_A ? 4 : 16))
        .toList();
  }

  @Test
  void givesAddressesOfEitherKind() {
    assertThat(lookup.find("four.example.org")).contains(Set.of(FOUR, OTHER_FOUR));
    assertThat(lookup.find("six.example.org")).contains(Set.of(SIX));
    assertThat(lookup.find("both.example.org")).contains(Set.of(FOUR, SIX));
  }

  @Test
  void aNameWithoutAddressHasNoneAndSoHasOneThatDoesNotExist() {
    assertThat(lookup.find("other.example.org")).contains(Set.of());
    assertThat(lookup.find("nobody.example.org")).contains(Set.of());
  }

  @Test
  void silenceSaysNothing() {
    assertThat(lookup.find("silent.example.org")).isEmpty();
  }

  @Test
  void oneKindOfAddressIsEnoughWhereTheServerIsSilentAboutTheOther() {
    assertThat(lookup.find("half.example.org")).contains(Set.of(FOUR, OTHER_FOUR));
  }
}
