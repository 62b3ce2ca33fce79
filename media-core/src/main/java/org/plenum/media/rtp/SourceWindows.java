package org.plenum.media.rtp;

import org.jspecify.annotations.Nullable;

/**
 * A window for each source that was followed lately, so that packets of an abandoned source cannot
 * be replayed as new. Bounded; used by the socket thread.
 */
final class SourceWindows {

  private static final int KEPT = 4;

  private final int[] sources = new int[KEPT];
  private final @Nullable SequenceWindow[] windows = new SequenceWindow[KEPT];
  private int next;

  /** The window of a source, a new one if it was not followed lately. */
  SequenceWindow of(int ssrc) {
    for (int i = 0; i < KEPT; i++) {
      SequenceWindow window = windows[i];
      if (window != null && sources[i] == ssrc) {
        return window;
      }
    }
    SequenceWindow window = new SequenceWindow();
    sources[next] = ssrc;
    windows[next] = window;
    next = (next + 1) % KEPT;
    return window;
  }

  /** New keys are in force: what was received under the old ones cannot be replayed. */
  void clear() {
    for (int i = 0; i < KEPT; i++) {
      windows[i] = null;
    }
  }
}
