package org.plenum.media.video.receive;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import org.jspecify.annotations.Nullable;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.Scaler;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;

/**
 * A source in the size of one kind of slot, scaled once per source picture for all compositions
 * that show it. Any thread.
 */
public final class SharedTile implements AutoCloseable {

  /** Difference of aspect ratios, in percent, up to which a picture is stretched to its slot. */
  private static final int STRETCH_PERCENT = 3;

  private final VideoSource source;
  private final int width;
  private final int height;
  private final boolean drawable;
  private final VideoFramePool pool;
  private final Scaler scaler;
  private @Nullable VideoFrame scaled;
  private long sequence = -1;
  private int users = 1;

  SharedTile(
      VideoSource source,
      int width,
      int height,
      boolean drawable,
      VideoFramePool pool,
      NativeLedger ledger) {
    this.source = source;
    this.width = width;
    this.height = height;
    this.drawable = drawable;
    this.pool = pool;
    scaler = new Scaler(ledger);
  }

  boolean matches(int slotWidth, int slotHeight, boolean needsDrawable) {
    return slotWidth == width && slotHeight == height && needsDrawable == drawable;
  }

  /** Called with the source's lock held. */
  void addUser() {
    users++;
  }

  /** Changes when {@link #picture()} would give another picture. */
  public long sequence() {
    return source.sequence();
  }

  /**
   * The newest picture, as large as fits the slot without distortion, with a reference for the
   * caller; null if the source has none.
   */
  public synchronized @Nullable VideoFrame picture() {
    long newest = source.sequence();
    if (newest != sequence) {
      sequence = newest;
      drop();
      VideoFrame frame = source.newest();
      if (frame != null) {
        scaled = scale(frame);
      }
    }
    VideoFrame current = scaled;
    return current == null ? null : current.retain();
  }

  /** Ends one use; the last one frees the tile. */
  @Override
  public void close() {
    synchronized (source) {
      if (--users > 0) {
        return;
      }
      source.forget(this);
    }
    synchronized (this) {
      drop();
      scaler.close();
    }
  }

  /** Takes over the caller's reference to {@code frame}. */
  private @Nullable VideoFrame scale(VideoFrame frame) {
    int fitWidth = width;
    int fitHeight = height;
    long across = (long) frame.width() * height;
    long down = (long) frame.height() * width;
    if (Math.abs(across - down) * 100 > down * STRETCH_PERCENT) {
      if (across > down) {
        fitHeight = even((int) ((long) width * frame.height() / frame.width()));
      } else {
        fitWidth = even((int) ((long) height * frame.width() / frame.height()));
      }
    }
    boolean fits = frame.width() == fitWidth && frame.height() == fitHeight;
    if (fits && !drawable && frame.pixelFormat() == AV_PIX_FMT_YUV420P) {
      return frame;
    }
    VideoFrame target = pool.acquire(fitWidth, fitHeight);
    boolean done = scaler.scale(frame, target);
    frame.release();
    if (!done) {
      target.release();
      return null;
    }
    return target;
  }

  private static int even(int value) {
    return Math.max(2, value & ~1);
  }

  private void drop() {
    if (scaled != null) {
      scaled.release();
      scaled = null;
    }
  }
}
