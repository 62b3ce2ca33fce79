package org.plenum.media.audio;

import org.jspecify.annotations.Nullable;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.codec.AudioEncoder;
import org.plenum.media.audio.dsp.Downsampler;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.dtmf.DtmfSender;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.rtp.RtpSession;

/**
 * Frames to packets: converts to the codec's rate, gathers the agreed packet time, encodes and
 * sends without a gap. While digits are sent, events replace the sound (RFC 4733 section 2.1). Used
 * by one thread at a time.
 */
final class AudioSender implements AutoCloseable {

  private static final int OPUS_LONGEST_MILLIS = 60;
  private static final int LONGEST_MILLIS = 100;

  private final AudioCodecs codecs;
  private final RtpSession session;
  private final DtmfSender dtmf = new DtmfSender();
  private final byte[] payload = new byte[Math.max(AudioEncoder.MAX_PAYLOAD, LONGEST_MILLIS * 8)];

  private @Nullable AudioPlan plan;
  private @Nullable AudioEncoder encoder;
  private @Nullable Downsampler downsampler;
  private float[] gathered = new float[0];
  private int gatheredSamples;
  private int packetSamples;
  private int timestampsPerPacket;
  private int timestamp;
  private boolean talkSpurtBegins = true;

  /**
   * Creates a sender.
   *
   * @param firstTimestamp random (RFC 3550 section 5.1)
   */
  AudioSender(AudioCodecs codecs, RtpSession session, int firstTimestamp) {
    this.codecs = codecs;
    this.session = session;
    timestamp = firstTimestamp;
  }

  /** Puts a plan in force; the encoder goes on if codec and packet time stay. */
  void configure(AudioPlan next) {
    AudioPlan previous = plan;
    plan = next;
    dtmf.configure(next.telephoneEvent(), next.sendCodec().clockRate());
    boolean same =
        previous != null
            && previous.sendCodec() == next.sendCodec()
            && previous.packetMillis() == next.packetMillis()
            && previous.inBandFec() == next.inBandFec()
            && previous.stream().maxSendKbps() == next.stream().maxSendKbps();
    if (!same) {
      open(next);
    }
    if (previous == null || !previous.stream().direction().sends()) {
      talkSpurtBegins = true;
    }
  }

  private void open(AudioPlan next) {
    closeEncoder();
    AudioCodec codec = next.sendCodec();
    int millis = packetMillis(codec, next.packetMillis());
    packetSamples = codec.sampleRate() / 1000 * millis;
    timestampsPerPacket = codec.clockRate() / 1000 * millis;
    int factor = Frame.SAMPLE_RATE / codec.sampleRate();
    int frameSamples = Frame.SAMPLES / factor;
    gathered = new float[packetSamples + frameSamples];
    gatheredSamples = 0;
    downsampler = new Downsampler(factor, frameSamples);
    encoder = codecs.encoder(codec, packetSamples, next.stream().maxSendKbps(), next.inBandFec());
  }

  /** The nearest packet time that the codec has. */
  static int packetMillis(AudioCodec codec, int wanted) {
    if (codec == AudioCodec.OPUS) {
      // RFC 6716 section 2.1.4 has no 30 or 50 ms frames.
      return wanted < 20 ? 10 : wanted < 40 ? 20 : wanted < OPUS_LONGEST_MILLIS ? 40 : 60;
    }
    return Math.clamp((long) wanted / 10 * 10, 10, LONGEST_MILLIS);
  }

  /** Queues digits. */
  void sendDigits(String digits) {
    dtmf.enqueue(digits);
  }

  /** Sends one frame's worth of sound. */
  void write(float[] frame) {
    AudioPlan current = plan;
    AudioEncoder encoding = encoder;
    Downsampler converter = downsampler;
    if (current == null || encoding == null || converter == null) {
      return;
    }
    gatheredSamples += converter.process(frame, Frame.SAMPLES, gathered, gatheredSamples);
    boolean event = dtmf.tick(session, timestamp);
    while (gatheredSamples >= packetSamples) {
      if (event) {
        talkSpurtBegins = true;
      } else {
        sendPacket(current, encoding);
      }
      timestamp += timestampsPerPacket;
      gatheredSamples -= packetSamples;
      System.arraycopy(gathered, packetSamples, gathered, 0, gatheredSamples);
    }
  }

  private void sendPacket(AudioPlan current, AudioEncoder encoding) {
    int length = encoding.encode(gathered, packetSamples, payload);
    if (length > 0) {
      session.send(current.sendPayloadType(), timestamp, talkSpurtBegins, payload, 0, length);
      talkSpurtBegins = false;
    }
  }

  private void closeEncoder() {
    if (encoder != null) {
      encoder.close();
      encoder = null;
    }
  }

  @Override
  public void close() {
    closeEncoder();
    plan = null;
  }
}
