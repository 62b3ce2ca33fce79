package org.plenum.media.video.compose;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenum.media.conference.View;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.layout.PixelRect;
import org.plenum.media.video.layout.Scene;
import org.plenum.media.video.receive.SharedTile;
import org.plenum.media.video.receive.VideoSource;
import org.plenum.media.video.schedule.SerialTask;

/**
 * One view in one size: composed once per frame for all encoder groups that show it. A picture that
 * stands still is sent seldom. Any thread; drawing happens on a worker.
 */
final class Composition implements AutoCloseable {

  /** A picture that has not changed for this time stands still. */
  private static final long STILL_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Time between frames of a picture that stands still; lets encoders refine it. */
  private static final long STILL_PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** Time in which a new thumbnail appears (PLAT-047). */
  private static final long FADE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private static final int OPAQUE = 255;

  private final int width;
  private final int height;
  private final SourceDirectory sources;
  private final VideoWorkshop workshop;
  private final SerialTask composing;
  private final List<EncoderGroup> groups = new CopyOnWriteArrayList<>();
  private volatile View view;
  private volatile boolean stale = true;

  // Guarded by this: only the composing task and close() hold the lock.
  private @Nullable Scene scene;
  private View drawnView;
  private Slot[] slots = new Slot[0];
  private @Nullable VideoFrame[] pictures = new VideoFrame[0];
  private int[] opacities = new int[0];
  private long changedNanos;
  private long framedNanos;
  private boolean closed;

  /** What is shown in one place. */
  private static final class Slot {
    private final String endpointId;
    private final @Nullable SharedTile tile;
    private final long fadeStartNanos;
    private long sequence = -1;

    private Slot(String endpointId, @Nullable SharedTile tile, long fadeStartNanos) {
      this.endpointId = endpointId;
      this.tile = tile;
      this.fadeStartNanos = fadeStartNanos;
    }
  }

  Composition(View view, int width, int height, SourceDirectory sources, VideoWorkshop workshop) {
    this.view = view;
    this.drawnView = view;
    this.width = width;
    this.height = height;
    this.sources = sources;
    this.workshop = workshop;
    composing = new SerialTask(workshop.workers(), this::compose);
  }

  /** True if this composition shows that view in that size. */
  boolean matches(View other, int otherWidth, int otherHeight) {
    return hasSize(otherWidth, otherHeight) && view.equals(other);
  }

  /** True if the canvas has this size. */
  boolean hasSize(int otherWidth, int otherHeight) {
    return otherWidth == width && otherHeight == height;
  }

  /** Finds compositions of this one's size that show the view, this one among them. */
  Predicate<Composition> twinShowing(View other) {
    return composition -> composition.matches(other, width, height);
  }

  /** What is shown. */
  View view() {
    return view;
  }

  /** Shows another view from the next frame on. */
  void show(View newView) {
    view = newView;
    stale = true;
  }

  /** Endpoints came or went: looks up all sources again. */
  void refreshSources() {
    stale = true;
  }

  /** Encoder groups that this composition feeds; live. */
  List<EncoderGroup> groups() {
    return groups;
  }

  /** True if the previous frame is still in work. */
  boolean isBusy() {
    return composing.isBusy();
  }

  /** Composes a frame if one is needed. */
  void frameDue() {
    composing.signal();
  }

  /** Frees tiles, scene and encoders. Idempotent. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      closeSlots(slots);
      slots = new Slot[0];
      if (scene != null) {
        scene.close();
        scene = null;
      }
    }
    groups.forEach(EncoderGroup::close);
    groups.clear();
  }

  private synchronized void compose() {
    if (closed) {
      return;
    }
    long now = System.nanoTime();
    Scene current = prepare(now);
    if (!needsFrame(now)) {
      return;
    }
    framedNanos = now;
    VideoFrame canvas = workshop.frames().acquire(width, height);
    try {
      draw(current, canvas, now);
      for (EncoderGroup group : groups) {
        group.offer(canvas.retain());
      }
    } finally {
      canvas.release();
    }
  }

  private Scene prepare(long now) {
    Scene current = scene;
    if (current != null && !stale) {
      return current;
    }
    stale = false;
    View wanted = view;
    if (current == null || !wanted.equals(drawnView)) {
      boolean first = current == null;
      if (current != null) {
        current.close();
      }
      current = new Scene(wanted, width, height, workshop.artist());
      scene = current;
      drawnView = wanted;
      fillSlots(current, wanted, first ? now - FADE_NANOS : now);
    } else {
      fillSlots(current, wanted, now);
    }
    changedNanos = now;
    return current;
  }

  /** Subscribes to the view's sources; old subscriptions end last, so that shared tiles live on. */
  private void fillSlots(Scene current, View wanted, long fadeStart) {
    Slot[] before = slots;
    Slot[] after = new Slot[current.places()];
    for (int i = 0; i < after.length; i++) {
      String endpoint = wanted.shown().get(i);
      boolean same = i < before.length && before[i].endpointId.equals(endpoint);
      PixelRect area = current.area(i);
      VideoSource source = sources.source(endpoint);
      SharedTile tile =
          source == null ? null : source.tile(area.width(), area.height(), current.isThumbnail(i));
      after[i] = new Slot(endpoint, tile, same ? before[i].fadeStartNanos : fadeStart);
    }
    slots = after;
    pictures = new VideoFrame[after.length];
    opacities = new int[after.length];
    closeSlots(before);
  }

  private static void closeSlots(Slot[] slots) {
    for (Slot slot : slots) {
      if (slot.tile != null) {
        slot.tile.close();
      }
    }
  }

  private boolean needsFrame(long now) {
    for (Slot slot : slots) {
      long sequence = slot.tile == null ? 0 : slot.tile.sequence();
      if (sequence != slot.sequence) {
        slot.sequence = sequence;
        changedNanos = now;
      }
    }
    if (now - changedNanos < STILL_AFTER_NANOS || now - framedNanos >= STILL_PERIOD_NANOS) {
      return true;
    }
    for (EncoderGroup group : groups) {
      if (group.wantsFrame()) {
        return true;
      }
    }
    return false;
  }

  private void draw(Scene current, VideoFrame canvas, long now) {
    try {
      for (int i = 0; i < slots.length; i++) {
        Slot slot = slots[i];
        pictures[i] = slot.tile == null ? null : slot.tile.picture();
        long shownFor = Math.min(now - slot.fadeStartNanos, FADE_NANOS);
        opacities[i] = (int) (OPAQUE * shownFor / FADE_NANOS);
      }
      current.draw(canvas, pictures, opacities);
    } finally {
      for (int i = 0; i < pictures.length; i++) {
        VideoFrame picture = pictures[i];
        if (picture != null) {
          picture.release();
          pictures[i] = null;
        }
      }
    }
  }
}
