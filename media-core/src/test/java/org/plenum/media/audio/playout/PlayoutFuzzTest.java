package org.plenum.media.audio.playout;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.rtp.RtpPacket;

/** Packets with any sequence number, timestamp, payload and arrival: a frame every tick. */
class PlayoutFuzzTest {

  private static final Map<Integer, AudioCodec> RECEIVE =
      Map.of(0, AudioCodec.PCMU, 8, AudioCodec.PCMA, 9, AudioCodec.G722, 96, AudioCodec.OPUS);
  private static final int[] TYPES = {0, 8, 9, 96, 13};

  @FuzzTest
  void play(FuzzedDataProvider data) {
    float[] frame = new float[Frame.SAMPLES];
    RtpPacket view = new RtpPacket();
    long now = 0;
    try (Playout playout = new Playout(new AudioCodecs())) {
      playout.configure(RECEIVE);
      while (data.remainingBytes() > 0) {
        int type = TYPES[data.consumeInt(0, TYPES.length - 1)];
        int sequence = data.consumeInt(0, 0xFFFF);
        int timestamp = data.consumeInt();
        int ssrc = data.consumeInt(0, 1);
        byte[] payload = data.consumeBytes(data.consumeInt(0, 400));
        byte[] packet = new byte[RtpPacket.FIXED_HEADER_LENGTH + payload.length];
        RtpPacket.writeHeader(packet, 0, false, type, sequence, timestamp, ssrc);
        System.arraycopy(payload, 0, packet, RtpPacket.FIXED_HEADER_LENGTH, payload.length);
        view.parse(packet, 0, packet.length);
        playout.insert(view, type == 96 ? 48_000 : 8_000, now);
        for (int ticks = data.consumeInt(0, 3); ticks > 0; ticks--) {
          playout.read(frame);
        }
        now += TimeUnit.MILLISECONDS.toNanos(data.consumeInt(0, 100));
      }
      for (int i = 0; i < 20; i++) {
        playout.read(frame);
      }
    }
    for (float sample : frame) {
      if (!Float.isFinite(sample)) {
        throw new AssertionError("sample " + sample);
      }
    }
  }
}
