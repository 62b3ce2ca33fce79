package org.plenum.media.dtmf;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.concurrent.TimeUnit;
import org.plenum.media.rtp.RtpPacket;

/** Any sequence of event packets gives digits only, and at most one per packet. */
class TelephoneEventFuzzTest {

  @FuzzTest
  void receive(FuzzedDataProvider data) {
    int[] counts = new int[2];
    DtmfReceiver receiver =
        new DtmfReceiver(
            digit -> {
              counts[1]++;
              if (TelephoneEvent.codeOf(digit) < 0) {
                throw new AssertionError("no digit: " + digit);
              }
            });
    RtpPacket view = new RtpPacket();
    long now = 0;
    while (data.remainingBytes() > 0) {
      byte[] payload = data.consumeBytes(6);
      byte[] packet = new byte[RtpPacket.FIXED_HEADER_LENGTH + payload.length];
      RtpPacket.writeHeader(packet, 0, false, 101, counts[0]++, data.consumeInt(), 1);
      System.arraycopy(payload, 0, packet, RtpPacket.FIXED_HEADER_LENGTH, payload.length);
      view.parse(packet, 0, packet.length);
      receiver.onPacket(view, now);
      now += TimeUnit.MILLISECONDS.toNanos(data.consumeInt(0, 500));
      receiver.tick(now);
    }
    if (counts[1] > counts[0]) {
      throw new AssertionError(counts[1] + " digits of " + counts[0] + " packets");
    }
  }
}
