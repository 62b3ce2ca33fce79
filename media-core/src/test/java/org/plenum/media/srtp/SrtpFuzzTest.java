package org.plenum.media.srtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.transport.PacketKind;

/** Datagrams of any kind are told apart and, where they claim to be SRTP, refused in peace. */
class SrtpFuzzTest {

  private static final SrtpKeys LOCAL = SrtpKeys.of(SrtpSuite.AES_CM_128_HMAC_SHA1_80, key(1));
  private static final SrtpKeys REMOTE = SrtpKeys.of(SrtpSuite.AES_CM_128_HMAC_SHA1_80, key(2));

  @FuzzTest
  void open(byte[] datagram) {
    try (SrtpProtection protection = new SrtpProtection(LOCAL, REMOTE)) {
      int opened =
          switch (PacketKind.of(datagram, 0, datagram.length)) {
            case RTP -> protection.openRtp(datagram, 0, datagram.length);
            case RTCP -> protection.openRtcp(datagram, 0, datagram.length);
            case STUN, DTLS, UNKNOWN -> PacketProtection.REJECTED;
          };
      if (opened != PacketProtection.REJECTED) {
        throw new AssertionError("a forged packet was opened");
      }
    }
  }

  private static byte[] key(int seed) {
    byte[] key = new byte[30];
    Arrays.fill(key, (byte) seed);
    return key;
  }
}
