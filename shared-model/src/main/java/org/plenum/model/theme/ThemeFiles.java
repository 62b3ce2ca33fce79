package org.plenum.model.theme;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files that a theme may contain (SVX-336 to SVX-358, SVX-366 to SVX-390, SVX-395). */
public final class ThemeFiles {
  /** Settings of a theme. */
  public static final String SETTINGS = "themeconfig.json";

  /** The one prompt whose name the world spells in two ways. */
  private static final String LOCKED_OUT = "conf-participant_locked_out_48Khz_mono.wav";

  private static final Map<String, ContentRule> RULES = rules();

  private ThemeFiles() {}

  /** Names of all files. */
  public static Set<String> names() {
    return RULES.keySet();
  }

  /** The name as themes spell it; empty if there is no such file. */
  static Optional<String> canonical(String name) {
    String spelled = name.equalsIgnoreCase(LOCKED_OUT) ? LOCKED_OUT : name;
    return RULES.containsKey(spelled) ? Optional.of(spelled) : Optional.empty();
  }

  /**
   * Checks the content of a file.
   *
   * @throws ThemeException naming the file
   */
  static void check(String name, byte[] content) throws ThemeException {
    ContentRule rule = RULES.get(name);
    if (rule == null) {
      throw new ThemeException(name + " is no file of a theme.");
    }
    try {
      rule.check(content);
    } catch (ThemeException e) {
      throw e.in(name);
    }
  }

  private static Map<String, ContentRule> rules() {
    Map<String, ContentRule> rules = new TreeMap<>();
    prompts(rules);
    pictures(rules);
    rules.put(SETTINGS, ThemeSettings::check);
    return Collections.unmodifiableMap(rules);
  }

  private static void prompts(Map<String, ContentRule> rules) {
    for (String name :
        new String[] {
          "2sd-invalid-number-three-times-disconnect",
          "2sd-not-entered-valid-number-disconnect-call",
          "2sd-number-not-valid-try-again",
          "2sd-number-pound-key",
          "2sd-please-hold-connect-you",
          "conf-call-will-be-disconnected",
          "conf-capacity_exceeded",
          "conf-getpin",
          "conf-getpin_pound-key",
          "conf-insufficient_licenses",
          "conf-invalid_license",
          "conf-invalidpin",
          "conf-leaderhasleft",
          "conf-placeintoconf",
          "conf-test_call",
          "conf-test_call_disconnect",
          "conf-waitforleader",
          "conf-waithostpin",
          "conf-waithostpin_pound-key",
          "conf-you_are_the_only_participant"
        }) {
      rules.put(name + "_48kHz_mono.wav", WaveFormat::check);
    }
    rules.put(LOCKED_OUT, WaveFormat::check);
    for (String tone : new String[] {"entry", "exit"}) {
      rules.put("conf-participant_" + tone + "_tone_48kHz_mono.wav", WaveFormat::checkTone);
    }
  }

  private static void pictures(Map<String, ContentRule> rules) {
    PictureFormat screen = PictureFormat.jpeg(1920, 1080);
    for (String name :
        new String[] {
          "capacity_exceeded_image",
          "insufficient_license_image",
          "invalid_license_image",
          "no_other_participants",
          "no_other_video_participants",
          "no_video_license",
          "pin_entry_correct_image",
          "pin_entry_incorrect_image",
          "plus_n_indicator",
          "test_call",
          "test_call_disconnect",
          "test_call_during_recording",
          "timed_out",
          "transfer",
          "two_stage_dialing",
          "two_stage_dialing_conf_number_invalid_image",
          "waiting_for_conference_leader_image"
        }) {
      rules.put(name + ".jpg", screen);
    }
    for (int digits = 0; digits <= 20; digits++) {
      rules.put("pin_entry_%d_digits_image.jpg".formatted(digits), screen);
    }
    rules.put("presence_avatar_image.jpg", PictureFormat.jpeg(128, 128));
    rules.put("audio_indicator.png", PictureFormat.png(100, 100));
    rules.put("streaming_indicator.png", PictureFormat.png(100, 100));
    rules.put("no_incoming_video_icon.png", PictureFormat.png(400, 400));
    rules.put("no_main_video_icon.png", PictureFormat.png(400, 400));
    rules.put("no_presentation_video_icon.png", PictureFormat.png(400, 400));
    rules.put("watermark_icon.png", PictureFormat.watermark(200, 100));
  }
}
