package org.plenum.media.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.codec.AudioDecoder;
import org.plenum.media.audio.codec.AudioEncoder;
import org.plenum.media.audio.dsp.Downsampler;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.audio.dsp.Upsampler;
import org.plenum.media.codec.AudioCodec;

/** Encoding and decoding of 20 ms with conversion from and to 48 kHz. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class CodecBenchmark {

  /** Codec under test. */
  @Param public AudioCodec codec = AudioCodec.PCMU;

  private final AudioCodecs codecs = new AudioCodecs();
  private final float[] frame = new float[Frame.SAMPLES];
  private final float[] samples = new float[AudioDecoder.MAX_SAMPLES];
  private final byte[] payload = new byte[AudioEncoder.MAX_PAYLOAD];
  private int payloadLength;
  private AudioEncoder encoder = codecs.encoder(codec, 160, 64, true);
  private AudioDecoder decoder = codecs.decoder(codec);
  private Downsampler downsampler = new Downsampler(1, Frame.SAMPLES);
  private Upsampler upsampler = new Upsampler(1, Frame.SAMPLES);

  /** Opens the codec. */
  @Setup
  public void open() {
    int factor = Frame.SAMPLE_RATE / codec.sampleRate();
    encoder = codecs.encoder(codec, Frame.SAMPLES / factor, 64, true);
    decoder = codecs.decoder(codec);
    downsampler = new Downsampler(factor, Frame.SAMPLES / factor);
    upsampler = new Upsampler(factor, Frame.SAMPLES / factor);
    for (int i = 0; i < frame.length; i++) {
      frame[i] = (float) (0.2 * Math.sin(i * 0.05) + 0.05 * Math.sin(i * 0.31));
    }
    payloadLength = encode();
  }

  /** Releases the codec. */
  @TearDown
  public void close() {
    encoder.close();
    decoder.close();
  }

  /** From the mix to a payload. */
  @Benchmark
  public int encode() {
    int count = downsampler.process(frame, Frame.SAMPLES, samples, 0);
    return encoder.encode(samples, count, payload);
  }

  /** From a payload to the mix. */
  @Benchmark
  public int decode() {
    int count = decoder.decode(payload, 0, payloadLength, samples);
    return upsampler.process(samples, count, frame, 0);
  }
}
