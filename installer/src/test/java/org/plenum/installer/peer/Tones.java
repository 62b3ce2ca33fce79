package org.plenum.installer.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Levels of single frequencies in a recording, by a windowed Fourier sum. */
public final class Tones {

  private final double[] samples;
  private final double rate;

  private Tones(double[] samples, double rate) {
    this.samples = samples;
    this.rate = rate;
  }

  /** Reads the first channel of a 16 bit WAV file, tolerating a header that was never completed. */
  public static Tones read(Path wav) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
      AudioFormat format = in.getFormat();
      byte[] bytes = in.readAllBytes();
      int frame = format.getFrameSize();
      double[] samples = new double[bytes.length / frame];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (bytes[i * frame + 1] << 8 | bytes[i * frame] & 0xFF) / 32_768.0;
      }
      return new Tones(samples, format.getSampleRate());
    } catch (UnsupportedAudioFileException e) {
      throw new IOException(wav + " is not a WAV file", e);
    }
  }

  /** The part between two moments, seconds. */
  public Tones between(double from, double to) {
    int start = (int) Math.min(samples.length, from * rate);
    int end = (int) Math.min(samples.length, to * rate);
    return new Tones(Arrays.copyOfRange(samples, start, Math.max(start, end)), rate);
  }

  /** Length, seconds. */
  public double seconds() {
    return samples.length / rate;
  }

  /** Amplitude of a frequency relative to full scale, dB, through a Hann window. */
  public double level(double hz) {
    double re = 0;
    double im = 0;
    for (int i = 0; i < samples.length; i++) {
      double window = 1 - Math.cos(2 * Math.PI * i / samples.length);
      double phase = 2 * Math.PI * hz * i / rate;
      re += samples[i] * window * Math.cos(phase);
      im += samples[i] * window * Math.sin(phase);
    }
    double amplitude = 2 * Math.hypot(re, im) / Math.max(1, samples.length);
    return 20 * Math.log10(Math.max(amplitude, 1e-9));
  }

  /** Moment at which a frequency first exceeds a level in a window of 40 ms, or -1; seconds. */
  public double firstHeard(double hz, double minimumLevel) {
    for (double start = 0; start + 0.04 <= seconds(); start += 0.01) {
      if (between(start, start + 0.04).level(hz) > minimumLevel) {
        return start;
      }
    }
    return -1;
  }
}
