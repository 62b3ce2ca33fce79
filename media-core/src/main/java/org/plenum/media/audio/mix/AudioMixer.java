package org.plenum.media.audio.mix;

import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.media.audio.AudioChannel;
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

  private final CopyOnWriteArrayList<Member> members = new CopyOnWriteArrayList<>();
  private final Consumer<AudioChannel> onDominantSpeaker;
  private final DominantSpeaker<Member> dominantSpeaker = new DominantSpeaker<>();
  private @Nullable Member dominant;
  private final float[] sum = new float[Frame.SAMPLES];
  private final float[] sharedMix = new float[Frame.SAMPLES];
  private final float[] ownMix = new float[Frame.SAMPLES];
  private final Limiter sharedLimiter = new Limiter();

  /**
   * Creates an empty mix.
   *
   * @param onDominantSpeaker told on the clock's thread when the loudest talker changed
   */
  public AudioMixer(Consumer<AudioChannel> onDominantSpeaker) {
    this.onDominantSpeaker = onDominantSpeaker;
  }

  /** Adds a channel: it hears the others and is heard. */
  public void add(AudioChannel channel) {
    if (find(channel) == null) {
      members.add(new Member(channel));
    }
  }

  /** Takes a channel out. */
  public void remove(AudioChannel channel) {
    members.removeIf(member -> member.channel == channel);
  }

  /** A muted channel is not heard and does not dominate. */
  public void setMuted(AudioChannel channel, boolean muted) {
    Member member = find(channel);
    if (member != null) {
      member.muted = muted;
    }
  }

  private @Nullable Member find(AudioChannel channel) {
    for (Member member : members) {
      if (member.channel == channel) {
        return member;
      }
    }
    return null;
  }

  @Override
  public void tick() {
    int heard = gather();
    detectDominantSpeaker();
    if (heard > 0) {
      System.arraycopy(sum, 0, sharedMix, 0, Frame.SAMPLES);
      sharedLimiter.process(sharedMix);
    }
    for (Member member : members) {
      if (!member.heard) {
        member.channel.write(heard == 0 ? SILENCE : sharedMix);
      } else if (heard == 1) {
        member.channel.write(SILENCE);
      } else {
        writeOwnMix(member);
      }
    }
  }

  /** Reads every member once and adds up those that are heard; returns how many they are. */
  private int gather() {
    Arrays.fill(sum, 0);
    int heard = 0;
    for (Member member : members) {
      member.read();
      if (member.heard) {
        heard++;
        float[] frame = member.frame;
        for (int i = 0; i < Frame.SAMPLES; i++) {
          sum[i] += frame[i];
        }
      }
    }
    return heard;
  }

  private void writeOwnMix(Member member) {
    float[] frame = member.frame;
    for (int i = 0; i < Frame.SAMPLES; i++) {
      ownMix[i] = sum[i] - frame[i];
    }
    member.limiter.process(ownMix);
    member.channel.write(ownMix);
  }

  private void detectDominantSpeaker() {
    Member previous = dominant;
    if (previous != null && (previous.muted || !members.contains(previous))) {
      dominantSpeaker.forget(previous);
      dominant = null;
    }
    dominantSpeaker.begin();
    for (Member member : members) {
      if (!member.muted) {
        dominantSpeaker.offer(member, member.score);
      }
    }
    Member changed = dominantSpeaker.end();
    if (changed != null) {
      dominant = changed;
      onDominantSpeaker.accept(changed.channel);
    }
  }

  private static final class Member {
    final AudioChannel channel;
    final float[] frame = new float[Frame.SAMPLES];
    final Limiter limiter = new Limiter();
    final DominantSpeaker.Score score = new DominantSpeaker.Score();
    volatile boolean muted;
    boolean heard;
    int hangover;

    Member(AudioChannel channel) {
      this.channel = channel;
    }

    void read() {
      boolean sound = channel.read(frame);
      double levelDb = channel.levelDb();
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
