package org.plenum.media.video.receive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;

/**
 * The newest decoded picture of one sender and its scaled copies, each made once for all
 * compositions. Any thread.
 */
public final class VideoSource implements AutoCloseable {

  private final VideoFramePool pool;
  private final NativeLedger ledger;
  private final List<SharedTile> tiles = new ArrayList<>();
  private @Nullable VideoFrame newest;
  private long sequence;
  private boolean closed;

  public VideoSource(VideoFramePool pool, NativeLedger ledger) {
    this.pool = pool;
    this.ledger = ledger;
  }

  /** Replaces the newest picture; the caller's reference passes to the source. */
  synchronized void publish(VideoFrame frame) {
    dropNewest();
    if (closed) {
      frame.release();
    } else {
      newest = frame;
      sequence++;
    }
  }

  /** Forgets the picture, for example because the sender stopped. */
  synchronized void clear() {
    dropNewest();
    sequence++;
  }

  /** Number of the newest picture; changes with each. */
  synchronized long sequence() {
    return sequence;
  }

  /** The newest picture with a reference for the caller, or null if there is none. */
  synchronized @Nullable VideoFrame newest() {
    VideoFrame frame = newest;
    return frame == null ? null : frame.retain();
  }

  /**
   * Subscribes to this source in the size of a slot. Close the tile when it is not shown any more.
   *
   * @param width slot width, pixels, even
   * @param height slot height, pixels, even
   * @param drawable true if the tile's planes are going to be read directly
   */
  public synchronized SharedTile tile(int width, int height, boolean drawable) {
    for (SharedTile tile : tiles) {
      if (tile.matches(width, height, drawable)) {
        tile.addUser();
        return tile;
      }
    }
    SharedTile tile = new SharedTile(this, width, height, drawable, pool, ledger);
    tiles.add(tile);
    return tile;
  }

  /** True if a composition shows this source. */
  synchronized boolean isWatched() {
    return !tiles.isEmpty();
  }

  synchronized void forget(SharedTile tile) {
    tiles.remove(tile);
  }

  /** Releases the newest picture; later ones are refused. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    dropNewest();
    sequence++;
  }

  private void dropNewest() {
    if (newest != null) {
      newest.release();
      newest = null;
    }
  }
}
