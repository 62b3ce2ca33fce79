package org.plenum.node.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;

/**
 * Decides what each participant sees, as a function of the service and of who spoke when. Nobody
 * sees itself, so that whoever speaks sees the speaker before (SVX-144, SVX-145).
 */
final class ViewPlan {
  private final ConferenceSettings settings;
  private final List<Participant> bySpeech;
  private final boolean hostPresent;

  /**
   * @param bySpeech joined participants, the most recent speaker first
   */
  ViewPlan(ConferenceSettings settings, List<Participant> bySpeech) {
    this.settings = settings;
    this.bySpeech = bySpeech;
    this.hostPresent = bySpeech.stream().anyMatch(Participant::isHost);
  }

  /** What one of the joined participants sees. */
  View viewOf(Participant viewer) {
    List<Participant> others = new ArrayList<>(bySpeech);
    others.remove(viewer);
    if (settings.kind() == ServiceKind.MEETING_ROOM) {
      return arrange(settings.hostView(), others);
    }
    if (viewer.isHost()) {
      return arrange(settings.hostView(), hostsFirst(others));
    }
    if (!hostPresent) {
      // SVX-157: Guests see one another until a Host comes back.
      return arrange(settings.guestView(), others);
    }
    return guestView(others.stream().filter(Participant::isHost).toList());
  }

  /** SVX-152: Hosts before Guests, each in order of speech. */
  private static List<Participant> hostsFirst(List<Participant> others) {
    return Stream.concat(
            others.stream().filter(Participant::isHost),
            others.stream().filter(each -> !each.isHost()))
        .toList();
  }

  /** SVX-155: a row of thumbnails with nobody in it gives its room to the only Host. */
  private View guestView(List<Participant> hosts) {
    boolean single = hosts.stream().filter(Participant::hasPicture).count() == 1;
    return arrange(single ? Layout.ONE_MAIN_ZERO_PIPS : settings.guestView(), hosts);
  }

  private static View arrange(Layout layout, List<Participant> candidates) {
    List<String> pictures =
        candidates.stream()
            .filter(Participant::hasPicture)
            .map(each -> each.endpoint().id())
            .toList();
    int withoutPicture = candidates.size() - pictures.size();
    int places = layout.mains() + layout.pips();
    if (pictures.size() <= places) {
      return new View(layout, pictures, 0, withoutPicture);
    }
    // SVX-138: the last thumbnail gives its place to the number of those who are not visible.
    int shown = layout.pips() == 0 ? places : places - 1;
    return new View(layout, pictures.subList(0, shown), pictures.size() - shown, withoutPicture);
  }
}
