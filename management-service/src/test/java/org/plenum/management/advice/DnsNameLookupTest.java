package org.plenum.management.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.management.advice.NameLookup.Answer;

@Tag("SVC-039")
class DnsNameLookupTest {
  private static final int TYPE_A = 1;
  private static final int TYPE_AAAA = 28;
  private static final int NO_SUCH_NAME = 3;

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
    byte[] address = address(name, type);
    ByteBuffer answer = ByteBuffer.allocate(512);
    answer.put(question, 0, 2).put((byte) 0x81);
    answer.put((byte) (0x80 | (name.equals("nobody") ? NO_SUCH_NAME : 0)));
    answer.putShort((short) 1).putShort((short) (address.length > 0 ? 1 : 0)).putInt(0);
    answer.put(question, 12, end + 5 - 12);
    if (address.length > 0) {
      answer.putShort((short) 0xC00C).putShort((short) type).putShort((short) 1).putInt(60);
      answer.putShort((short) address.length).put(address);
    }
    return name.equals("silent") ? new byte[0] : Arrays.copyOf(answer.array(), answer.position());
  }

  private static byte[] address(String name, int type) {
    if (type == TYPE_A && name.equals("four")) {
      return new byte[] {(byte) 192, 0, 2, 1};
    }
    return type == TYPE_AAAA && name.equals("six") ? new byte[16] : new byte[0];
  }

  @Test
  void aNameIsKnownIfItHasAnAddressOfEitherKind() {
    assertThat(lookup.find("four.example.org")).isEqualTo(Answer.KNOWN);
    assertThat(lookup.find("six.example.org")).isEqualTo(Answer.KNOWN);
  }

  @Test
  void aNameWithoutAddressIsUnknownAndSoIsOneThatDoesNotExist() {
    assertThat(lookup.find("other.example.org")).isEqualTo(Answer.UNKNOWN);
    assertThat(lookup.find("nobody.example.org")).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void silenceSaysNothing() {
    assertThat(lookup.find("silent.example.org")).isEqualTo(Answer.NONE);
  }
}
