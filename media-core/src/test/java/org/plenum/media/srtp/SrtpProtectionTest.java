package org.plenum.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.rtp.RtpPacket;

class SrtpProtectionTest {

  private static final byte[] SPEAKER = keySalt(1);
  private static final byte[] LISTENER = keySalt(2);
  private static final int HEADER = RtpPacket.FIXED_HEADER_LENGTH;

  @ParameterizedTest
  @EnumSource(SrtpSuite.class)
  void whatOneSideProtectsTheOtherOpens(SrtpSuite suite) {
    SrtpProtection speaker = protection(suite, SPEAKER, LISTENER);
    SrtpProtection listener = protection(suite, LISTENER, SPEAKER);
    for (int sequence = 65_530; sequence < 65_545; sequence++) {
      byte[] buffer = packet(sequence & 0xFFFF);
      byte[] plain = buffer.clone();
      int length = speaker.protectRtp(buffer, 0, HEADER + 20);

      assertThat(length).isEqualTo(HEADER + 20 + suite.tagLength());
      assertThat(Arrays.copyOfRange(buffer, HEADER, HEADER + 20))
          .isNotEqualTo(Arrays.copyOfRange(plain, HEADER, HEADER + 20));
      assertThat(listener.openRtp(buffer, 0, length)).isEqualTo(HEADER + 20);
      assertThat(Arrays.copyOf(buffer, HEADER + 20)).isEqualTo(Arrays.copyOf(plain, HEADER + 20));
    }
  }

  @Test
  void keystreamIsThatOfTheStandard() {
    // RFC 3711 appendix B has keystream and key derivation apart; libsrtp's validation vector, from
    // which this is taken, covers both and the tag.
    byte[] master =
        HexFormat.of().parseHex("e1f97a0d3e018be0d64fa32c06de41390ec675ad498afeebb6960b3aabe6");
    SrtpProtection sender = protection(SrtpSuite.AES_CM_128_HMAC_SHA1_80, master, LISTENER);
    byte[] buffer =
        Arrays.copyOf(
            HexFormat.of().parseHex("800f1234decafbadcafebabeabababababababababababababababab"),
            80);

    int length = sender.protectRtp(buffer, 0, 28);

    assertThat(HexFormat.of().formatHex(buffer, 0, length))
        .isEqualTo("800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb");
  }

  @Test
  void damagedAndForeignPacketsAreRejected() {
    SrtpProtection speaker = protection(SrtpSuite.AES_CM_128_HMAC_SHA1_80, SPEAKER, LISTENER);
    SrtpProtection listener = protection(SrtpSuite.AES_CM_128_HMAC_SHA1_80, LISTENER, SPEAKER);
    byte[] buffer = packet(7);
    int length = speaker.protectRtp(buffer, 0, HEADER + 20);
    byte[] damaged = buffer.clone();
    damaged[HEADER + 3] ^= 1;

    assertThat(listener.openRtp(damaged, 0, length)).isEqualTo(PacketProtection.REJECTED);
    assertThat(listener.openRtp(buffer, 0, length)).isEqualTo(HEADER + 20);
    assertThat(listener.openRtp(packet(8), 0, HEADER + 20)).isEqualTo(PacketProtection.REJECTED);
    assertThat(listener.openRtp(packet(8), 0, 5)).isEqualTo(PacketProtection.REJECTED);
  }

  @ParameterizedTest
  @EnumSource(SrtpSuite.class)
  void rtcpIsProtectedWithTheLongTag(SrtpSuite suite) {
    SrtpProtection speaker = protection(suite, SPEAKER, LISTENER);
    SrtpProtection listener = protection(suite, LISTENER, SPEAKER);
    byte[] buffer = new byte[80];
    byte[] report = HexFormat.of().parseHex("80c900011234567881ca00021234567801000000");
    System.arraycopy(report, 0, buffer, 0, report.length);
    int length = speaker.protectRtcp(buffer, 0, report.length);

    assertThat(length).isEqualTo(report.length + 4 + 10);
    byte[] damaged = buffer.clone();
    damaged[9] ^= 1;
    assertThat(listener.openRtcp(damaged, 0, length)).isEqualTo(PacketProtection.REJECTED);
    assertThat(listener.openRtcp(buffer, 0, length)).isEqualTo(report.length);
    assertThat(Arrays.copyOf(buffer, report.length)).isEqualTo(report);
  }

  private static SrtpProtection protection(SrtpSuite suite, byte[] local, byte[] remote) {
    return new SrtpProtection(SrtpKeys.of(suite, local), SrtpKeys.of(suite, remote));
  }

  private static byte[] packet(int sequence) {
    byte[] buffer = new byte[HEADER + 20 + PacketProtection.TRAILER_ROOM];
    RtpPacket.writeHeader(buffer, 0, false, 0, sequence, sequence * 160, 0x1234);
    for (int i = 0; i < 20; i++) {
      buffer[HEADER + i] = (byte) i;
    }
    return buffer;
  }

  private static byte[] keySalt(int seed) {
    byte[] bytes = new byte[30];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (seed * 31 + i * 7);
    }
    return bytes;
  }
}
