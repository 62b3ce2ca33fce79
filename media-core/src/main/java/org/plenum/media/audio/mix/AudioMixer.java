package org.plenum.media.audio.mix;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.audio.dsp.Limiter;
import org.plenum.media.clock.MediaClock;

/**
 * Mixes the sound of one conference: everybody hears the sum of all others. All who are not heard
 * themselves share one mix; only the few who speak get one of their own, the sum minus their part.
 *
 * <p>Members may change from any thread; {@link #tick} runs on the media clock.
 */
public final class AudioMixer implements MediaClock.Ticked {

  private static final double HEARD_DB = -65;
  // Bridges the gaps between words, so that room noise does not come and go.
  private static final int HANGOVER_TICKS = 25;
  private static final float[] SILENCE = new float[Frame.SAMPLES];

  private final CopyOnWriteArrayList<Entry> entries = new CopyOnWriteArrayList<>();
  private final Set<MixMember> mutedMembers = ConcurrentHashMap.newKeySet();
  private final Consumer<MixMember> onDominantSpeaker;
  private final DominantSpeaker<Entry> dominantSpeaker = new DominantSpeaker<>();
  private @Nullable Entry dominant;
  private final float[] sum = new float[Frame.SAMPLES];
  private final float[] sharedMix = new float[Frame.SAMPLES];
  private final float[] ownMix = new float[Frame.SAMPLES];
  private final Limiter sharedLimiter = new Limiter();

  /**
   * Creates an empty mix.
   *
   * @param onDominantSpeaker told on the clock's thread when the loudest talker changed
   */
  public AudioMixer(Consumer<MixMember> onDominantSpeaker) {
    this.onDominantSpeaker = onDominantSpeaker;
  }

  /** Adds a member: it hears the others and is heard. */
  public void add(MixMember member) {
    if (entries.stream().noneMatch(entry -> entry.member.equals(member))) {
      entries.add(new Entry(member));
    }
  }

  /** Takes a member out. */
  public void remove(MixMember member) {
    entries.removeIf(entry -> entry.member.equals(member));
    mutedMembers.remove(member);
  }

  /** A muted member is not heard and does not dominate. May be set before the member is added. */
  public void setMuted(MixMember member, boolean muted) {
    if (muted) {
      mutedMembers.add(member);
    } else {
      mutedMembers.remove(member);
    }
  }

  @Override
  public void tick() {
    int heard = gather();
    detectDominantSpeaker();
    if (heard > 0) {
      System.arraycopy(sum, 0, sharedMix, 0, Frame.SAMPLES);
      sharedLimiter.process(sharedMix);
    }
    for (Entry entry : entries) {
      if (!entry.heard) {
        entry.member.write(heard == 0 ? SILENCE : sharedMix);
      } else if (heard == 1) {
        entry.member.write(SILENCE);
      } else {
        writeOwnMix(entry);
      }
    }
  }

  private boolean isMuted(Entry entry) {
    return mutedMembers.contains(entry.member);
  }

  /** Reads every member once and adds up those that are heard; returns how many they are. */
  private int gather() {
    Arrays.fill(sum, 0);
    int heard = 0;
    for (Entry entry : entries) {
      entry.read(isMuted(entry));
      if (entry.heard) {
        heard++;
        float[] frame = entry.frame;
        for (int i = 0; i < Frame.SAMPLES; i++) {
          sum[i] += frame[i];
        }
      }
    }
    return heard;
  }

  private void writeOwnMix(Entry entry) {
    float[] frame = entry.frame;
    for (int i = 0; i < Frame.SAMPLES; i++) {
      ownMix[i] = sum[i] - frame[i];
    }
    entry.limiter.process(ownMix);
    entry.member.write(ownMix);
  }

  private void detectDominantSpeaker() {
    Entry previous = dominant;
    if (previous != null && (isMuted(previous) || !entries.contains(previous))) {
      dominantSpeaker.forget(previous);
      dominant = null;
    }
    dominantSpeaker.begin();
    for (Entry entry : entries) {
      if (!isMuted(entry)) {
        dominantSpeaker.offer(entry, entry.score);
      }
    }
    Entry changed = dominantSpeaker.end();
    if (changed != null) {
      dominant = changed;
      onDominantSpeaker.accept(changed.member);
    }
  }

  private static final class Entry {
    final MixMember member;
    final float[] frame = new float[Frame.SAMPLES];
    final Limiter limiter = new Limiter();
    final DominantSpeaker.Score score = new DominantSpeaker.Score();
    boolean heard;
    int hangover;

    Entry(MixMember member) {
      this.member = member;
    }

    void read(boolean muted) {
      boolean sound = member.read(frame);
      double levelDb = member.levelDb();
      if (muted) {
        score.reset();
        heard = false;
        return;
      }
      score.onFrame(levelDb);
      hangover = sound && levelDb > HEARD_DB ? HANGOVER_TICKS : Math.max(0, hangover - 1);
      heard = sound && hangover > 0;
    }
  }
}
