package org.plenum.node.conference;

import org.jspecify.annotations.Nullable;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.conference.View;

/**
 * Tells the media plane what changed and nothing else. Participants who wait are in a lobby of
 * their own: muted, so that they hear silence, and with the holding picture (SVX-117). Used by the
 * owner of the conference only; what the media plane throws passes through.
 */
final class MediaControl {
  private final ConferenceMediaFactory factory;
  private final String name;
  private final ConferenceMedia.Listener listener;
  private @Nullable ConferenceMedia stage;
  private @Nullable ConferenceMedia lobby;
  private boolean released;

  MediaControl(ConferenceMediaFactory factory, String name, ConferenceMedia.Listener listener) {
    this.factory = factory;
    this.name = name;
    this.listener = listener;
  }

  /** Puts a connected participant into the lobby. */
  void hold(Participant participant) {
    place(participant, lobby());
    lobby().setMuted(participant.endpoint(), true);
    participant.mixMuted = true;
  }

  /** Lets a participant in, from the lobby if it waited there. */
  void join(Participant participant) {
    remove(participant);
    place(participant, stage());
    participant.mixMuted = false;
  }

  /** Mutes or unmutes a joined participant in the mix where that changed. */
  void updateMix(Participant participant) {
    boolean mute = !participant.isAudible();
    if (mute != participant.mixMuted && participant.placedIn != null) {
      participant.placedIn.setMuted(participant.endpoint(), mute);
      participant.mixMuted = mute;
    }
  }

  /** Shows a participant a view where that changed. */
  void updateView(Participant participant, View view) {
    if (!view.equals(participant.view) && participant.placedIn != null) {
      participant.placedIn.setView(participant.endpoint(), view);
      participant.view = view;
    }
  }

  /** Takes a participant out of wherever it is. */
  void remove(Participant participant) {
    ConferenceMedia place = participant.placedIn;
    participant.placedIn = null;
    participant.view = null;
    if (place != null) {
      place.remove(participant.endpoint());
    }
  }

  private static void place(Participant participant, ConferenceMedia place) {
    // Before it is added: if that fails half-way the participant is still taken out again.
    participant.placedIn = place;
    place.add(participant.endpoint());
  }

  /** Releases mixers and compositions; nothing can be created any more. */
  void release() {
    released = true;
    ConferenceMedia lastLobby = lobby;
    ConferenceMedia lastStage = stage;
    lobby = null;
    stage = null;
    try {
      if (lastLobby != null) {
        lastLobby.close();
      }
    } finally {
      if (lastStage != null) {
        lastStage.close();
      }
    }
  }

  private ConferenceMedia stage() {
    if (stage == null) {
      stage = create(name);
    }
    return stage;
  }

  private ConferenceMedia lobby() {
    if (lobby == null) {
      lobby = create(name + " (waiting)");
    }
    return lobby;
  }

  private ConferenceMedia create(String mediaName) {
    if (released) {
      throw new IllegalStateException("conference " + name + " has ended");
    }
    return factory.create(mediaName, listener);
  }
}
