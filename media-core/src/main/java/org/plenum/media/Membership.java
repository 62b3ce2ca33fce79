package org.plenum.media;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.plenum.media.clock.MediaClock;

/**
 * Which endpoint is in which conference: in one at most, and on the idle clock otherwise. One lock
 * for the whole engine, held briefly, so that joining, leaving and closing from different threads
 * cannot leave an endpoint in two places or in none.
 */
final class Membership {

  private final MediaClock idleClock;
  private final Map<EngineEndpoint, EngineConference> conferences = new HashMap<>();
  private final Set<EngineEndpoint> open = new HashSet<>();

  /**
   * Creates the register.
   *
   * @param idleClock ticks endpoints that are in no conference
   */
  Membership(MediaClock idleClock) {
    this.idleClock = idleClock;
  }

  synchronized void opened(EngineEndpoint endpoint) {
    open.add(endpoint);
    idleClock.add(endpoint);
  }

  synchronized void closed(EngineEndpoint endpoint) {
    open.remove(endpoint);
    idleClock.remove(endpoint);
    EngineConference conference = conferences.remove(endpoint);
    if (conference != null) {
      conference.expel(endpoint);
    }
  }

  synchronized void join(EngineEndpoint endpoint, EngineConference conference) {
    if (!open.contains(endpoint) || conference.isClosed()) {
      return;
    }
    EngineConference previous = conferences.put(endpoint, conference);
    if (previous == conference) {
      return;
    }
    if (previous != null) {
      previous.expel(endpoint);
    }
    idleClock.remove(endpoint);
    conference.admit(endpoint);
  }

  synchronized void leave(EngineEndpoint endpoint, EngineConference conference) {
    if (conferences.remove(endpoint, conference)) {
      conference.expel(endpoint);
      idleClock.add(endpoint);
    }
  }

  /** Takes everybody out; a conference that is closed by then takes nobody in again. */
  synchronized void dissolve(EngineConference conference) {
    for (EngineEndpoint endpoint : Set.copyOf(conferences.keySet())) {
      leave(endpoint, conference);
    }
  }
}
