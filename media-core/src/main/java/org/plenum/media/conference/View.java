package org.plenum.media.conference;

import java.util.List;

/**
 * What one receiver sees. Equal views of receivers with equal send formats share one composition
 * and one encoder, so a view holds no receiver.
 *
 * @param layout arrangement
 * @param shown identifiers of the endpoints shown, main places first, then thumbnails left to right
 * @param hidden number of further video participants, written on the last thumbnail (SVX-138)
 * @param audioOnly number of participants without video, for the indicator (SVX-134)
 * @param waiting the receiver is not in yet: nobody is shown and the holding screen says that it
 *     waits for the conference host (SVX-117, SVX-247), not that it is alone
 */
public record View(Layout layout, List<String> shown, int hidden, int audioOnly, boolean waiting) {
  public View {
    shown = List.copyOf(shown);
  }

  /** What a participant sees who is in. */
  public View(Layout layout, List<String> shown, int hidden, int audioOnly) {
    this(layout, shown, hidden, audioOnly, false);
  }

  /** What a participant sees who is held before it is let in. */
  public static View waitingRoom(Layout layout) {
    return new View(layout, List.of(), 0, 0, true);
  }

  /** A picture without any participant: the holding screen. */
  public static View empty(Layout layout) {
    return new View(layout, List.of(), 0, 0);
  }
}
