package org.plenum.media.video.layout;

import org.plenum.media.conference.View;

/** Why a participant sees nobody (SVX-117, SVX-139), in the words that its screen has for it. */
enum HoldingScreen {
  ALONE("You are the only participant", "Others appear here as soon as they join"),
  AUDIO_ONLY(
      "Others have joined by audio only", "Their video appears here as soon as they share it"),
  WAITING("Waiting for the conference host", "You join as soon as the host lets you in");

  private final String title;
  private final String hint;

  HoldingScreen(String title, String hint) {
    this.title = title;
    this.hint = hint;
  }

  /** The screen for a view without pictures. */
  static HoldingScreen of(View view) {
    if (view.waiting()) {
      return WAITING;
    }
    return view.audioOnly() > 0 ? AUDIO_ONLY : ALONE;
  }

  /** What is the matter. */
  String title() {
    return title;
  }

  /** What happens next. */
  String hint() {
    return hint;
  }
}
