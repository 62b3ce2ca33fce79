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
import org.openjdk.jmh.annotations.Warmup;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.audio.mix.AudioMixer;
import org.plenum.media.audio.mix.MixMember;

/** One 20 ms tick of a conference's mix, without codecs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class MixingBenchmark {

  /** Participants. */
  @Param({"3", "30", "300"})
  public int members;

  /** How many of them speak at once. */
  @Param({"1", "3"})
  public int talkers;

  private AudioMixer mixer = new AudioMixer(speaker -> {});

  /** Fills the conference. */
  @Setup
  public void join() {
    mixer = new AudioMixer(speaker -> {});
    for (int i = 0; i < members; i++) {
      mixer.add(new Participant(i < talkers));
    }
  }

  /** Reads everybody, mixes, writes to everybody. */
  @Benchmark
  public void tick() {
    mixer.tick();
  }

  private static final class Participant implements MixMember {
    private final boolean talks;
    private final float[] voice = new float[Frame.SAMPLES];
    private final float[] heard = new float[Frame.SAMPLES];

    Participant(boolean talks) {
      this.talks = talks;
      for (int i = 0; i < voice.length; i++) {
        voice[i] = (float) (0.1 * Math.sin(i * 0.05));
      }
    }

    @Override
    public boolean read(float[] frame) {
      if (talks) {
        System.arraycopy(voice, 0, frame, 0, Frame.SAMPLES);
      }
      return talks;
    }

    @Override
    public double levelDb() {
      return talks ? -23 : Frame.SILENCE_DB;
    }

    @Override
    public void write(float[] frame) {
      System.arraycopy(frame, 0, heard, 0, Frame.SAMPLES);
    }
  }
}
