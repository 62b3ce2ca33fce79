package org.plenum.media.audio.playout;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.codec.AudioDecoder;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.rtp.RtpPacket;

/**
 * A received stream as one frame every tick, whatever the network does: packets of any length are
 * put in order, decoded and queued; the delay follows the variation of arrival times by leaving out
 * or repeating single periods of the sound; what is missing is concealed, at first by the codec or
 * by repetition, then by silence.
 *
 * <p>{@link #insert} is called by the socket thread, everything else by one thread at a time.
 */
public final class Playout implements AutoCloseable {

  private static final int MIN_DELAY_MILLIS = 20;
  private static final int MAX_DELAY_MILLIS = 300;
  // Less than this above the wanted delay nobody hears; less than this below it, the next
  // irregularity would tear a hole.
  private static final int HIGH_TOLERANCE_MILLIS = 25;
  private static final int LOW_TOLERANCE_MILLIS = 12;
  private static final int FORCE_MILLIS = 120;
  private static final double LEVEL_SMOOTHING = 0.05;
  private static final int ADJUST_PAUSE_TICKS = 5;
  private static final int MAX_CONCEALED = Frame.SAMPLE_RATE / 10;
  private static final int BLEND = Frame.SAMPLE_RATE / 200;

  private final JitterBuffer buffer = new JitterBuffer();
  private final DecoderSet decoders;
  private final SampleQueue queue = new SampleQueue();
  private final StoredPacket packet = new StoredPacket();
  private final StoredPacket following = new StoredPacket();
  private final float[] decoded = new float[AudioDecoder.MAX_SAMPLES];
  private final float[] continuation = new float[BLEND];

  private DecoderSet.@Nullable Decoding current;
  private boolean playing;
  private int prefillTicks;
  private int packetSamples = Frame.SAMPLES;
  private int concealed;
  private double smoothedMillis;
  private int ticksSinceAdjustment;
  private long decodedPackets;
  private long concealedSamples;

  public Playout(AudioCodecs codecs) {
    decoders = new DecoderSet(codecs);
  }

  /** Sets which payload types carry sound. */
  public void configure(Map<Integer, AudioCodec> receive) {
    current = null;
    decoders.configure(receive);
  }

  /** Takes a packet of the stream, sound or not. */
  public void insert(RtpPacket received, int clockRate, long arrivalNanos) {
    buffer.insert(received, clockRate, arrivalNanos);
  }

  /**
   * Writes the next frame.
   *
   * @return false if there is nothing to hear; the frame is silent then
   */
  public boolean read(float[] frame) {
    if (!playing && !prefilled()) {
      Arrays.fill(frame, 0);
      return false;
    }
    while (playing && queue.size() < Frame.SAMPLES) {
      decodeNext();
    }
    if (!playing) {
      Arrays.fill(frame, 0);
      return false;
    }
    adjustDelay();
    queue.poll(frame);
    return true;
  }

  /** Waits, at the beginning and after a pause, until the wanted delay is there. */
  private boolean prefilled() {
    int packets = buffer.packets();
    if (packets == 0) {
      prefillTicks = 0;
      return false;
    }
    boolean waited = prefillTicks * Frame.MILLIS >= targetMillis();
    prefillTicks++;
    // Time and not the number of packets decides, because packets of 60 ms are fewer than those of
    // 10 ms; only a burst needs no waiting.
    if (!waited && packets * millis(packetSamples) < targetMillis() + FORCE_MILLIS) {
      return false;
    }
    prefillTicks = 0;
    playing = true;
    concealed = 0;
    smoothedMillis = wantedLevelMillis();
    return true;
  }

  private void decodeNext() {
    switch (buffer.take(packet)) {
      case PACKET -> playPacket();
      case LOST -> {
        if (!recover()) {
          conceal(packetSamples);
        }
      }
      case EMPTY -> {
        conceal(Math.min(packetSamples, Frame.SAMPLES));
        if (concealed >= MAX_CONCEALED) {
          playing = false;
          queue.clear();
        }
      }
    }
  }

  private void playPacket() {
    DecoderSet.Decoding decoding = decoders.of(packet.payloadType);
    int samples = decoding == null ? 0 : decoding.decode(packet, decoded);
    if (samples == 0) {
      // Comfort noise, telephone events, damaged packets: time passes without sound.
      Arrays.fill(decoded, 0, packetSamples, 0);
      queue.append(decoded, packetSamples);
      return;
    }
    current = decoding;
    packetSamples = samples;
    decodedPackets++;
    append(samples);
  }

  /** In-band FEC: the packet after a lost one may carry a copy of it. */
  private boolean recover() {
    if (current == null || !buffer.peek(following)) {
      return false;
    }
    DecoderSet.Decoding decoding = decoders.of(following.payloadType);
    if (decoding != current) {
      return false;
    }
    int samples = decoding.recoverPrevious(following, decoded, packetSamples);
    if (samples == 0) {
      return false;
    }
    append(samples);
    return true;
  }

  private void append(int samples) {
    if (concealed > 0) {
      extrapolate(continuation, BLEND);
      queue.appendBlended(decoded, samples, continuation, BLEND);
      concealed = 0;
    } else {
      queue.append(decoded, samples);
    }
  }

  private void conceal(int wanted) {
    int samples = current == null ? 0 : current.conceal(decoded, wanted);
    if (samples == 0) {
      extrapolate(decoded, wanted);
      samples = wanted;
    }
    queue.append(decoded, samples);
    concealed += samples;
    concealedSamples += samples;
  }

  /** Repeats the last period, fading to silence over {@link #MAX_CONCEALED}. */
  private void extrapolate(float[] target, int samples) {
    float gain = Math.max(0, 1 - (float) concealed / MAX_CONCEALED);
    // Repetition starts from samples that already faded, so each step only adds its own part.
    float previous = Math.max(0.01f, gain + (float) samples / MAX_CONCEALED);
    float relative = Math.min(1, gain / previous);
    queue.extrapolate(target, samples, 1, (relative - 1) / samples);
  }

  private void adjustDelay() {
    int level = buffer.packets() * millis(packetSamples) + millis(queue.size()) - Frame.MILLIS;
    smoothedMillis += (level - smoothedMillis) * LEVEL_SMOOTHING;
    ticksSinceAdjustment++;
    if (ticksSinceAdjustment < ADJUST_PAUSE_TICKS) {
      return;
    }
    double excess = smoothedMillis - wantedLevelMillis();
    if (excess > HIGH_TOLERANCE_MILLIS) {
      shorten(excess > FORCE_MILLIS);
    } else if (excess < -LOW_TOLERANCE_MILLIS) {
      adjusted(queue.lengthen());
    }
  }

  private void shorten(boolean force) {
    // A period can only be left out of sound that is decoded already.
    while (queue.size() < 3 * Frame.SAMPLES && buffer.packets() > 0) {
      decodeNext();
    }
    int removed = queue.shorten(force);
    adjusted(-removed);
  }

  private void adjusted(int samples) {
    if (samples != 0) {
      ticksSinceAdjustment = 0;
      smoothedMillis += (double) samples * 1000 / Frame.SAMPLE_RATE;
    }
  }

  private int targetMillis() {
    int wanted = MIN_DELAY_MILLIS + buffer.lateMillis();
    return Math.clamp(wanted, MIN_DELAY_MILLIS, MAX_DELAY_MILLIS);
  }

  /** What is queued after a tick when the delay is right: long packets come in larger steps. */
  private int wantedLevelMillis() {
    return targetMillis() + Math.max(0, millis(packetSamples) - Frame.MILLIS) / 2;
  }

  private static int millis(int samples) {
    return samples * 1000 / Frame.SAMPLE_RATE;
  }

  /** Forgets the stream; used when the other side stops sending. */
  public void clear() {
    buffer.clear();
    queue.clear();
    playing = false;
  }

  /** Packets decoded so far. */
  public long decodedPackets() {
    return decodedPackets;
  }

  /** Samples invented for lost or late packets, 48 kHz. */
  public long concealedSamples() {
    return concealedSamples;
  }

  /** Packets that came too late to be played. */
  public long latePackets() {
    return buffer.late();
  }

  @Override
  public void close() {
    decoders.close();
  }
}
