package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.srtp.PacketProtection;
import org.plenum.media.srtp.SrtpKeys;
import org.plenum.media.srtp.SrtpProtection;

/** Recorded SRTP packets sent again by somebody else. */
class ReplayTest {

  private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.1", 4000);
  private static final InetSocketAddress ATTACKER = new InetSocketAddress("203.0.113.1", 4000);
  private static final SrtpKeys KEYS = SrtpKeys.of(SrtpSuite.AES_CM_128_HMAC_SHA1_80, new byte[30]);

  private final RemoteAddress remote = new RemoteAddress(PEER, 0);
  private final RtpReceiver receiver = new RtpReceiver(remote);
  private final PacketProtection sender = new SrtpProtection(KEYS, KEYS);
  private final PacketProtection protection = new SrtpProtection(KEYS, KEYS);
  private final List<byte[]> recorded = new ArrayList<>();

  @Test
  void areRefusedWhetherNewOrOldOrOfAnAbandonedSource() {
    int[] clockRates = new int[128];
    clockRates[0] = 8000;
    receiver.configure(clockRates, true);
    send(1, 0, 5000);
    send(2, 100, 200);

    for (byte[] datagram : recorded) {
      assertThat(receive(datagram, ATTACKER)).isFalse();
      assertThat(receiver.ssrc()).isEqualTo(2);
      assertThat(remote.target()).isEqualTo(PEER);
    }
    assertThat(receiver.statistics().lost()).isZero();
  }

  private void send(int ssrc, int from, int to) {
    for (int sequence = from; sequence < to; sequence++) {
      byte[] datagram = new byte[12 + 20 + PacketProtection.TRAILER_ROOM];
      RtpPacket.writeHeader(datagram, 0, false, 0, sequence, sequence * 160, ssrc);
      sender.protectRtp(datagram, 0, 32);
      recorded.add(datagram.clone());
      receive(datagram, PEER);
    }
  }

  private boolean receive(byte[] datagram, InetSocketAddress source) {
    return receiver.onDatagram(datagram.clone(), 42, source, protection, 0);
  }
}
