package org.plenum.media.audio.playout;

import java.util.Arrays;
import org.plenum.media.audio.dsp.Frame;

/**
 * Samples between decoder and mixer, with what was played last: enough of it to continue a sound or
 * to shorten and lengthen it by whole periods without a seam. One thread.
 */
final class SampleQueue {

  private static final int CAPACITY = Frame.SAMPLE_RATE / 2;
  private static final int HISTORY = Frame.SAMPLE_RATE * 60 / 1000;
  private static final int OVERLAP = Frame.SAMPLE_RATE / 100;
  private static final int SEAM = Frame.SAMPLE_RATE / 200;
  private static final int MIN_PERIOD = Frame.SAMPLE_RATE / 400;
  private static final int MAX_PERIOD = Frame.SAMPLE_RATE / 50;
  private static final int SEARCH_STEP = 4;
  private static final double SIMILAR = 0.6;
  private static final double QUIET = 1e-6 * OVERLAP;

  private final float[] samples = new float[HISTORY + CAPACITY];
  private int start = HISTORY;
  private int end = HISTORY;

  /** Samples ready to be played. */
  int size() {
    return end - start;
  }

  void clear() {
    Arrays.fill(samples, 0);
    start = HISTORY;
    end = HISTORY;
  }

  /** Appends samples; those beyond the capacity are dropped. */
  void append(float[] source, int count) {
    makeRoom(count);
    int fitting = Math.min(count, samples.length - end);
    System.arraycopy(source, 0, samples, end, fitting);
    end += fitting;
  }

  /** Appends samples whose beginning is blended with the continuation of what is queued. */
  void appendBlended(float[] source, int count, float[] continuation, int blend) {
    int length = Math.min(blend, count);
    for (int i = 0; i < length; i++) {
      float weight = (i + 0.5f) / length;
      source[i] = continuation[i] * (1 - weight) + source[i] * weight;
    }
    append(source, count);
  }

  /** Moves one frame out. */
  void poll(float[] frame) {
    System.arraycopy(samples, start, frame, 0, Frame.SAMPLES);
    start += Frame.SAMPLES;
  }

  private void makeRoom(int count) {
    if (end + count > samples.length) {
      int keepFrom = Math.max(0, start - HISTORY);
      System.arraycopy(samples, keepFrom, samples, 0, end - keepFrom);
      start -= keepFrom;
      end -= keepFrom;
    }
  }

  /**
   * Shortens what is queued by one period of the sound.
   *
   * @param force do it although no period fits well
   * @return samples removed, 0 if there is too little or nothing fits
   */
  int shorten(boolean force) {
    if (size() < MAX_PERIOD + OVERLAP) {
      return 0;
    }
    int period = bestPeriod(start, force);
    if (period == 0) {
      return 0;
    }
    for (int i = 0; i < OVERLAP; i++) {
      float weight = (i + 0.5f) / OVERLAP;
      // The later copy stays in place: only the start moves.
      samples[start + period + i] =
          samples[start + i] * (1 - weight) + samples[start + period + i] * weight;
    }
    start += period;
    return period;
  }

  /**
   * Lengthens what is queued by repeating the last period of the sound.
   *
   * @return samples added, 0 if nothing fits
   */
  int lengthen() {
    if (size() < SEAM) {
      return 0;
    }
    makeRoom(MAX_PERIOD);
    int period = bestPeriod(end - MAX_PERIOD - OVERLAP, false);
    if (period == 0 || end + period > samples.length) {
      return 0;
    }
    System.arraycopy(samples, end - period, samples, end, period);
    // What leads into the copy is bent towards what led into the original.
    int from = end - SEAM;
    for (int i = 0; i < SEAM; i++) {
      float weight = (i + 0.5f) / SEAM;
      samples[from + i] = samples[from + i] * (1 - weight) + samples[from - period + i] * weight;
    }
    end += period;
    return period;
  }

  /**
   * Continues the sound by repeating its last period.
   *
   * @param gain loudness at the beginning
   * @param gainStep change of the gain with each sample
   */
  void extrapolate(float[] target, int count, float gain, float gainStep) {
    int from = end - MAX_PERIOD - OVERLAP;
    int period = bestPeriod(from, true);
    float current = gain;
    for (int i = 0; i < count; i++) {
      target[i] = samples[end - period + i % period] * current;
      current = Math.max(0, current + gainStep);
    }
  }

  /** The lag at which the sound from {@code position} on is most similar to itself, or 0. */
  private int bestPeriod(int position, boolean force) {
    double best = -1;
    int bestLag = force ? MAX_PERIOD : 0;
    double energy = energy(position);
    if (energy < QUIET) {
      return MAX_PERIOD;
    }
    for (int lag = MIN_PERIOD; lag <= MAX_PERIOD; lag += SEARCH_STEP) {
      double score = similarity(position, lag, energy, SEARCH_STEP);
      if (score > best) {
        best = score;
        bestLag = lag;
      }
    }
    int coarse = bestLag;
    best = -1;
    for (int lag = Math.max(MIN_PERIOD, coarse - SEARCH_STEP);
        lag <= Math.min(MAX_PERIOD, coarse + SEARCH_STEP);
        lag++) {
      double score = similarity(position, lag, energy, 1);
      if (score > best) {
        best = score;
        bestLag = lag;
      }
    }
    return best >= SIMILAR || force ? bestLag : 0;
  }

  private double energy(int position) {
    double sum = 0;
    for (int i = 0; i < OVERLAP; i++) {
      sum += samples[position + i] * samples[position + i];
    }
    return sum;
  }

  private double similarity(int position, int lag, double energy, int step) {
    double product = 0;
    double otherEnergy = 0;
    for (int i = 0; i < OVERLAP; i += step) {
      float other = samples[position + lag + i];
      product += samples[position + i] * other;
      otherEnergy += other * other;
    }
    return product * step / Math.sqrt(energy * otherEnergy * step + Double.MIN_NORMAL);
  }
}
