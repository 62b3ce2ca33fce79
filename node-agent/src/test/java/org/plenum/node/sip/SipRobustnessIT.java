package org.plenum.node.sip;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plenum.node.peer.Sipp;
import org.plenum.node.sip.SipSettings.Limits;

/** What broken or hostile peers send costs them their call, and nobody else. */
class SipRobustnessIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final String HEADERS =
      """
      Via: SIP/2.0/UDP 127.0.0.1:5999;branch=z9hG4bKx1;rport
      From: <sip:a@127.0.0.1>;tag=1
      To: <sip:meet@127.0.0.1>
      Call-ID: broken@127.0.0.1
      CSeq: 1 INVITE
      Contact: <sip:a@127.0.0.1:5999>
      Max-Forwards: 70
      Content-Length: 0

      """
          .replace("\n", "\r\n");

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Sends a datagram and returns what comes back within a moment; a 100 is not waited out. */
  private static String overUdp(SipNode node, byte[] message) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(1_000);
      socket.send(new DatagramPacket(message, message.length, node.address()));
      String received = "";
      try {
        do {
          DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
          socket.receive(answer);
          received += new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
        } while (received.lines().noneMatch(SipRobustnessIT::isMoreThanTrying));
      } catch (SocketTimeoutException e) {
        return received;
      }
      return received;
    }
  }

  private static boolean isMoreThanTrying(String line) {
    return line.startsWith("SIP/2.0 ") && !line.startsWith("SIP/2.0 100");
  }

  private static String overTcp(SipNode node, byte[] message) throws IOException {
    try (Socket socket = new Socket(node.address().getAddress(), node.address().getPort())) {
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write(message);
      socket.getOutputStream().flush();
      ByteArrayOutputStream received = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[4096];
      try {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          received.write(buffer, 0, n);
        }
      } catch (IOException e) {
        // Silence or a closed connection: what came so far counts.
        return received.toString(StandardCharsets.UTF_8);
      }
      return received.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void malformedRequestsAreRefusedOrDroppedAndTheNodeLives() throws Exception {
    try (SipNode node = SipNode.start()) {
      String invite = "INVITE sip:meet@127.0.0.1 SIP/2.0\r\n" + HEADERS;
      Map<String, String> broken =
          Map.ofEntries(
              entry("CSeq", invite.replace("CSeq: 1 INVITE", "CSeq: x INVITE")),
              entry("CSeq method", invite.replace("CSeq: 1 INVITE", "CSeq: 1 BYE")),
              entry("From", invite.replace("From: <sip:a@127.0.0.1>;tag=1", "From: <<<<")),
              entry("no From", invite.replace("From: <sip:a@127.0.0.1>;tag=1\r\n", "")),
              entry("no Contact", invite.replace("Contact: <sip:a@127.0.0.1:5999>\r\n", "")),
              entry("Contact", invite.replace("Contact: <sip:a@127.0.0.1:5999>", "Contact: *")),
              entry("version", invite.replace("SIP/2.0\r\nVia", "SIP/9.9\r\nVia")),
              entry("Via", invite.replace("Via: SIP/2.0/UDP", "Via: nonsense")),
              entry("scheme", invite.replace("sip:meet@127.0.0.1 SIP", "ftp://meet SIP")),
              entry("request line", "INVITE\r\n\r\n"),
              entry("empty lines", "\r\n\r\n\r\n"),
              entry("another protocol", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
              entry("stray response", "SIP/2.0 200 OK\r\n" + HEADERS),
              entry(
                  "header too long",
                  invite.replace("Max", "X: " + "y".repeat(70_000) + "\r\nMax")));
      int number = 0;
      for (Map.Entry<String, String> one : broken.entrySet()) {
        // Each is a transaction of its own: none must pass for a retransmission of another.
        String message = one.getValue().replace("z9hG4bKx1", "z9hG4bKx" + ++number);
        if (message.length() < 65_000) {
          assertNoSuccess(one.getKey(), overUdp(node, octets(message)));
        }
        message = message.replace("SIP/2.0/UDP", "SIP/2.0/TCP").replace("z9hG4bKx", "z9hG4bKt");
        assertNoSuccess(one.getKey(), overTcp(node, octets(message)));
      }
      Random random = new Random(1);
      for (int i = 0; i < 50; i++) {
        byte[] noise = new byte[random.nextInt(1_400)];
        random.nextBytes(noise);
        try (DatagramSocket socket = new DatagramSocket()) {
          socket.send(new DatagramPacket(noise, noise.length, node.address()));
        }
      }
      Sipp.caller("basic-call", node.address()).run(TIMEOUT);
      Sipp.caller("basic-call", node.address()).overTcp().run(TIMEOUT);
      await().until(() -> node.service().callCount() == 0);
    }
  }

  /**
   * Nothing but a refusal. That a request was received, the transaction layer says by itself when
   * the answer takes longer than 200 ms (RFC 3261 section 17.2.1).
   */
  private static void assertNoSuccess(String what, String answer) {
    assertThat(answer.lines().filter(SipRobustnessIT::isMoreThanTrying).toList())
        .as("answers to a message with a broken %s", what)
        .noneMatch(line -> line.startsWith("SIP/2.0 1") || line.startsWith("SIP/2.0 2"));
  }

  @Test
  void anotherVersionOfTheProtocolIsNotSupported() throws Exception {
    try (SipNode node = SipNode.start()) {
      String answer = overUdp(node, octets("INVITE sip:meet@127.0.0.1 SIP/9.9\r\n" + HEADERS));
      assertThat(answer).contains("SIP/2.0 505");
      assertThat(node.service().callCount()).isZero();
    }
  }

  @Test
  void aMessageWithoutContactIsNamedInTheAnswer() throws Exception {
    try (SipNode node = SipNode.start()) {
      String answer =
          overUdp(
              node,
              octets(
                  "INVITE sip:meet@127.0.0.1 SIP/2.0\r\n"
                      + HEADERS.replace("Contact: <sip:a@127.0.0.1:5999>\r\n", "")));
      assertThat(answer).startsWith("SIP/2.0 400").contains("Missing a required header : Contact");
    }
  }

  @Test
  void responsesGoBackToThePortThatAsked() throws Exception {
    try (SipNode node = SipNode.start()) {
      String answer =
          overUdp(
              node,
              octets(
                  "OPTIONS sip:127.0.0.1 SIP/2.0\r\n" + HEADERS.replace("1 INVITE", "1 OPTIONS")));
      assertThat(answer).startsWith("SIP/2.0 200").contains("received=127.0.0.1", "rport=");
    }
  }

  @Test
  void aKeepAliveOnTcpIsAnswered() throws Exception {
    try (SipNode node = SipNode.start()) {
      String options =
          "OPTIONS sip:127.0.0.1 SIP/2.0\r\n"
              + HEADERS.replace("1 INVITE", "1 OPTIONS").replace("SIP/2.0/UDP", "SIP/2.0/TCP");
      assertThat(overTcp(node, octets(options + "\r\n\r\n")))
          .startsWith("SIP/2.0 200")
          .endsWith("\r\n\r\n\r\n");
    }
  }

  @Test
  void callsBeyondTheLimitAreTurnedAway() throws Exception {
    try (SipNode node = SipNode.start(new Limits(0, 100, 65_536))) {
      Sipp.caller("overloaded", node.address()).run(TIMEOUT);
      Sipp.caller("overloaded", node.address()).overTcp().run(TIMEOUT);
    }
  }

  @Test
  void stoppingEndsCallsAndThreads() throws Exception {
    Set<Thread> before = threads();
    SipNode node = SipNode.start();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> Sipp.caller("ended-by-shutdown", node.address()).run(TIMEOUT));
    await().until(() -> node.router().events().contains("established"));
    node.close();
    await().atMost(TIMEOUT).until(() -> !caller.isAlive());
    assertThat(node.router().events())
        .containsExactly("established", "ended NODE_SHUTDOWN Conferencing node is shutting down");
    assertThat(node.media().openCount()).isZero();
    await()
        .untilAsserted(
            () ->
                assertThat(threads())
                    .filteredOn(thread -> !before.contains(thread))
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("plenum") || name.startsWith("sip")));
    // The ports are free again.
    try (DatagramSocket udp = new DatagramSocket(node.address())) {
      assertThat(udp.isBound()).isTrue();
    }
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
  }

  @Test
  void aTakenPortIsSaidInOneSentence() throws Exception {
    try (SipNode node = SipNode.start()) {
      assertThatThrownBy(() -> SipNode.start(node.address().getPort()))
          .isInstanceOf(SipStartException.class)
          .hasMessageContaining("SIP cannot listen on " + "127.0.0.1:" + node.address().getPort());
    }
  }
}
