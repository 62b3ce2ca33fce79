package org.plenum.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.plan.MediaPlan;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.testing.NoVideo;
import org.plenum.media.testing.Phone;
import org.plenum.media.testing.Recorder;

/** Protection of one endpoint against a phone with the same or other keys, and against others. */
class EndpointSecurityTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final AudioCodec CODEC = AudioCodec.PCMU;

  private final Recorder recorder = new Recorder();
  private MediaEngine engine;
  private MediaEndpoint endpoint;
  private Phone phone;

  @BeforeEach
  void start() throws Exception {
    engine =
        new MediaEngine(
            MediaEngineConfig.on(InetAddress.getLoopbackAddress())
                .withPorts(new PortRange(62_000, 62_999)),
            new NoVideo());
    endpoint = engine.open("e", recorder);
    phone = new Phone(440);
  }

  @AfterEach
  void stop() {
    phone.close();
    engine.close();
  }

  private void connect(Keying local, Keying ofPhone) {
    endpoint.configure(
        new MediaPlan(
            Optional.of(Phone.plan(phone.port(), CODEC, local, Direction.SENDRECV)),
            Optional.empty()));
    phone.connect(endpoint.audioPort(), CODEC, ofPhone);
  }

  @ParameterizedTest
  @EnumSource(SrtpSuite.class)
  void sdesKeysProtectBothDirections(SrtpSuite suite) {
    byte[] ours = keySalt(1);
    byte[] theirs = keySalt(2);
    connect(new Keying.Sdes(suite, ours, theirs), new Keying.Sdes(suite, theirs, ours));

    awaitMediaBothWays();
    assertThat(stats().encrypted()).isTrue();
  }

  @Test
  void wrongKeysLetNothingThrough() {
    SrtpSuite suite = SrtpSuite.AES_CM_128_HMAC_SHA1_80;
    connect(
        new Keying.Sdes(suite, keySalt(1), keySalt(2)),
        new Keying.Sdes(suite, keySalt(3), keySalt(4)));

    await().atMost(PATIENCE).until(() -> phone.session().stats().dropped() > 20);
    assertThat(stats().rxPackets()).isZero();
    assertThat(phone.session().stats().rxPackets()).isZero();
  }

  @Test
  void plainPacketsAreDroppedWhereSrtpIsAgreed() {
    connect(
        new Keying.Sdes(SrtpSuite.AES_CM_128_HMAC_SHA1_80, keySalt(1), keySalt(2)),
        new Keying.None());

    await().atMost(PATIENCE).until(() -> phone.session().stats().txPackets() > 20);
    assertThat(stats().rxPackets()).isZero();
    assertThat(recorder.firstMedia).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void dtlsAgreesKeysInBothRoles(boolean active) {
    connect(
        dtls(fingerprint(phone.identity.fingerprint()), active),
        dtls(fingerprint(endpoint.dtlsFingerprint()), !active));

    awaitMediaBothWays();
    assertThat(stats().encrypted()).isTrue();
    assertThat(recorder.securityFailures).isEmpty();
    assertThat(phone.failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCertificateThatDoesNotMatchIsReported(boolean active) {
    connect(dtls(new byte[32], active), dtls(fingerprint(endpoint.dtlsFingerprint()), !active));

    await().atMost(PATIENCE).until(() -> !recorder.securityFailures.isEmpty());
    assertThat(recorder.securityFailures.peek()).contains("fingerprint");
    assertThat(stats().rxPackets()).isZero();
  }

  @Test
  void theSameDtlsPlanAgainKeepsTheKeys() {
    Keying local = dtls(fingerprint(phone.identity.fingerprint()), false);
    Keying ofPhone = dtls(fingerprint(endpoint.dtlsFingerprint()), true);
    connect(local, ofPhone);
    awaitMediaBothWays();
    connect(dtls(fingerprint(phone.identity.fingerprint()), false), ofPhone);
    long before = stats().rxPackets();

    await().atMost(PATIENCE).until(() -> stats().rxPackets() > before + 50);
    assertThat(stats().rxPacketsLost()).isZero();
  }

  @Test
  void aStrangerCannotTakeOverAPlainCall() throws Exception {
    connect(new Keying.None(), new Keying.None());
    awaitMediaBothWays();
    try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      stranger.setSoTimeout(1);
      byte[] forged = new byte[172];
      for (int i = 0; i < 50; i++) {
        RtpPacket.writeHeader(forged, 0, false, 0, 1000 + i, i * 160, 666);
        stranger.send(
            new DatagramPacket(
                forged, forged.length, InetAddress.getLoopbackAddress(), endpoint.audioPort()));
      }
      long before = phone.session().stats().rxPackets();
      await().atMost(PATIENCE).until(() -> phone.session().stats().rxPackets() > before + 50);

      assertThatThrownBy(() -> stranger.receive(new DatagramPacket(new byte[2000], 2000)))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void garbageOfEveryKindIsDropped() throws Exception {
    connect(new Keying.None(), new Keying.None());
    awaitMediaBothWays();
    Random random = new Random(1);
    try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 2000; i++) {
        byte[] garbage = new byte[random.nextInt(200) + 1];
        random.nextBytes(garbage);
        garbage[0] = (byte) (i & 0xFF);
        stranger.send(
            new DatagramPacket(
                garbage,
                garbage.length,
                InetAddress.getLoopbackAddress(),
                endpoint.audioPort() + (i & 1)));
      }
    }
    long before = stats().rxPackets();
    await().atMost(PATIENCE).until(() -> stats().rxPackets() > before + 50);
    assertThat(recorder.securityFailures).isEmpty();
  }

  private void awaitMediaBothWays() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stats().rxPackets() > 20
                    && phone.session().stats().rxPackets() > 20
                    && recorder.firstMedia.get() == 1);
  }

  private EndpointStats.Stream stats() {
    return endpoint.stats().streams().getFirst();
  }

  private static Keying dtls(byte[] fingerprint, boolean active) {
    return new Keying.DtlsSrtp("SHA-256", fingerprint, active);
  }

  private static byte[] fingerprint(String attribute) {
    return HexFormat.ofDelimiter(":").parseHex(attribute.substring("sha-256 ".length()));
  }

  private static byte[] keySalt(int seed) {
    byte[] bytes = new byte[30];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
