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
 */
public record View(Layout layout, List<String> shown, int hidden, int audioOnly) {
  public View {
    shown = List.copyOf(shown);
  }

  /** A picture without any participant: the holding screen. */
  public static View empty(Layout layout) {
    return new View(layout, List.of(), 0, 0);
  }
}
