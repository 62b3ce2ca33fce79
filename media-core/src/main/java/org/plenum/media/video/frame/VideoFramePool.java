package org.plenum.media.video.frame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps released frames for the next one who needs the same size. Any thread.
 *
 * <p>Sizes come from layouts and from what peers send, so their number is bounded here: the size
 * that was not asked for longest is forgotten.
 */
public final class VideoFramePool implements AutoCloseable {

  private static final int MAX_SIZES = 48;
  private static final int MAX_IDLE_PER_SIZE = 16;
  private static final int MAX_IDLE_SHELLS = 256;

  private final NativeLedger ledger;
  private final List<Shelf> shelves = new ArrayList<>();
  private final ArrayDeque<VideoFrame> shells = new ArrayDeque<>();
  private int outstanding;
  private boolean closed;

  public VideoFramePool(NativeLedger ledger) {
    this.ledger = ledger;
  }

  /** A drawable frame with undefined pixels; width and height in pixels, both even. */
  public synchronized VideoFrame acquire(int width, int height) {
    if (((width | height) & 1) != 0 || width <= 0 || height <= 0) {
      throw new IllegalArgumentException("frame size must be even: " + width + "x" + height);
    }
    VideoFrame idle = shelf(width, height).idle.pollLast();
    VideoFrame frame = idle != null ? idle : opened(new VideoFrame(this, width, height));
    outstanding++;
    return frame.acquired();
  }

  /** A frame without pixels for a decoder to fill. */
  public synchronized VideoFrame acquireShell() {
    VideoFrame idle = shells.pollLast();
    VideoFrame frame = idle != null ? idle : opened(new VideoFrame(this));
    outstanding++;
    return frame.acquired();
  }

  /** Frames that have an owner. */
  public synchronized int outstanding() {
    return outstanding;
  }

  /** Frees idle frames now and the others at their last release. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    shells.forEach(this::free);
    shells.clear();
    shelves.forEach(shelf -> shelf.idle.forEach(this::free));
    shelves.clear();
  }

  synchronized void recycle(VideoFrame frame) {
    outstanding--;
    frame.dropDecoded();
    if (closed) {
      free(frame);
    } else if (frame.isDrawable()) {
      keepOrFree(frame, shelf(frame.width(), frame.height()).idle, MAX_IDLE_PER_SIZE);
    } else {
      keepOrFree(frame, shells, MAX_IDLE_SHELLS);
    }
  }

  private void keepOrFree(VideoFrame frame, ArrayDeque<VideoFrame> idle, int limit) {
    if (idle.size() < limit) {
      idle.addLast(frame);
    } else {
      free(frame);
    }
  }

  /** The shelf of a size, moved to the end of the list, which is kept in order of use. */
  private Shelf shelf(int width, int height) {
    for (int i = shelves.size() - 1; i >= 0; i--) {
      Shelf shelf = shelves.get(i);
      if (shelf.width == width && shelf.height == height) {
        if (i != shelves.size() - 1) {
          shelves.remove(i);
          shelves.add(shelf);
        }
        return shelf;
      }
    }
    if (shelves.size() == MAX_SIZES) {
      shelves.removeFirst().idle.forEach(this::free);
    }
    Shelf shelf = new Shelf(width, height);
    shelves.add(shelf);
    return shelf;
  }

  private VideoFrame opened(VideoFrame frame) {
    ledger.opened(NativeResource.FRAME);
    return frame;
  }

  private void free(VideoFrame frame) {
    frame.free();
    ledger.closed(NativeResource.FRAME);
  }

  private static final class Shelf {
    private final int width;
    private final int height;
    private final ArrayDeque<VideoFrame> idle = new ArrayDeque<>();

    private Shelf(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }
}
