package org.plenum.model.theme;

import java.awt.Color;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plenum.model.theme.ThemeCanvas.Pen;

/** Draws the pictures of the Base theme (SVX-366 to SVX-390) and the graphics for own ones. */
final class ThemePictures {
  private static final Color GOOD = new Color(0x6FD59A);
  private static final Color BAD = new Color(0xFF7A70);
  private static final Color SOFT = new Color(0xC3D0E0);
  private static final Color SHADE_LIGHT = new Color(0xE6263A55, true);
  private static final Color SHADE_DARK = new Color(0xE6101B2B, true);
  private static final double MIDDLE = 960;
  private static final double SIGN_Y = 400;
  private static final double SIGN_SIZE = 190;

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  private ThemePictures() {}

  /** All pictures by name. */
  static Map<String, byte[]> ofBase() throws IOException, ThemeException {
    ThemePictures pictures = new ThemePictures();
    pictures.screens();
    pictures.receptions();
    pictures.testCall();
    pictures.pin();
    pictures.small();
    return pictures.files;
  }

  /** White and black graphics on transparent ground, to lay over a background (SVX-364). */
  static Map<String, byte[]> graphics() throws IOException {
    TreeMap<String, byte[]> graphics = new TreeMap<>();
    for (Map.Entry<String, Color> colour :
        Map.of("white", Color.WHITE, "black", Color.BLACK).entrySet()) {
      graphics.put(
          "no_other_participants_%s.png".formatted(colour.getKey()),
          alone(ThemeCanvas.clear(1920, 1080).ink(colour.getValue()), colour.getValue()).png());
      graphics.put(
          "no_other_video_participants_%s.png".formatted(colour.getKey()),
          noVideo(ThemeCanvas.clear(1920, 1080).ink(colour.getValue()), colour.getValue()).png());
    }
    return graphics;
  }

  private static ThemeCanvas alone(ThemeCanvas canvas, Color ink) {
    return told(canvas, Pictograms::alone, "You are the only one here", "", ink);
  }

  private static ThemeCanvas noVideo(ThemeCanvas canvas, Color ink) {
    return told(canvas, Pictograms::noVideoPeople, "Nobody else has video", "", ink);
  }

  private static ThemeCanvas told(
      ThemeCanvas canvas, Consumer<Pen> sign, String title, String more, Color ink) {
    canvas.ink(ink).pictogram(sign, MIDDLE, SIGN_Y, SIGN_SIZE).text(title, 740, 84);
    return more.isEmpty() ? canvas : canvas.ink(SOFT).text(more, 830, 50);
  }

  private void screen(String name, Consumer<Pen> sign, String title, String more)
      throws IOException {
    files.put(
        name + ".jpg", told(ThemeCanvas.screen(), sign, title, more, ThemeCanvas.WHITE).jpeg());
  }

  private void screens() throws IOException {
    screen(
        "capacity_exceeded_image",
        Pictograms::crowd,
        "The conference is full",
        "Please try again later");
    screen(
        "insufficient_license_image",
        Pictograms::ticketsTaken,
        "All licenses are in use",
        "Please try again later");
    screen(
        "invalid_license_image",
        Pictograms::brokenDocument,
        "There is no valid license",
        "Please contact your administrator");
    screen(
        "no_video_license",
        Pictograms::noCamera,
        "You are connected by sound only",
        "All licenses for video are in use");
    screen("waiting_for_conference_leader_image", Pictograms::waiting, "Waiting for the host", "");
    files.put("no_other_participants.jpg", alone(ThemeCanvas.screen(), ThemeCanvas.WHITE).jpeg());
    files.put(
        "no_other_video_participants.jpg", noVideo(ThemeCanvas.screen(), ThemeCanvas.WHITE).jpeg());
    files.put("plus_n_indicator.jpg", ThemeCanvas.screen().jpeg());
  }

  private void receptions() throws IOException {
    screen("timed_out", Pictograms::clock, "No valid number was entered", "The call will now end");
    screen(
        "two_stage_dialing_conf_number_invalid_image",
        Pictograms::wrongNumber,
        "That number is not valid",
        "Please try again");
    // The platform writes on these from 755 pixels on (SVX-362).
    files.put("transfer.jpg", above(Pictograms::transfer, "Connecting you").jpeg());
    files.put("two_stage_dialing.jpg", above(Pictograms::keypad, "Enter the number").jpeg());
  }

  private static ThemeCanvas above(Consumer<Pen> sign, String title) {
    return ThemeCanvas.screen()
        .pictogram(sign, MIDDLE, SIGN_Y - 60, SIGN_SIZE - 10)
        .text(title, 680, 84);
  }

  private void testCall() throws IOException {
    screen("test_call", Pictograms::echo, "Test call", "You will see and hear yourself");
    // Most of this one is under the live picture.
    files.put(
        "test_call_during_recording.jpg",
        ThemeCanvas.screen().text("Speak, and hear yourself", 96, 60).jpeg());
    screen(
        "test_call_disconnect",
        Pictograms::done,
        "The test is over",
        "Nothing seen or heard? Please check your settings");
  }

  private void pin() throws IOException, ThemeException {
    byte[] asking = pinBackground(Pictograms::lock, "Enter the PIN");
    files.putAll(PinEntryPictures.on(asking).inColour(ThemeCanvas.ACCENT).files());
    result("correct", pinBackground(Pictograms::openLock, "Thank you"), GOOD);
    result("incorrect", pinBackground(Pictograms::lock, "That PIN is not valid"), BAD);
  }

  private void result(String name, byte[] background, Color colour) throws ThemeException {
    String file = "pin_entry_%s_image.jpg".formatted(name);
    files.put(file, PinEntryPictures.on(background).inColour(colour).files().get(file));
  }

  private static byte[] pinBackground(Consumer<Pen> sign, String title) throws IOException {
    return ThemeCanvas.screen().pictogram(sign, MIDDLE, 310, 150).text(title, 574, 76).jpeg();
  }

  private void small() throws IOException {
    files.put(
        "presence_avatar_image.jpg",
        ThemeCanvas.square(128).pictogram(Pictograms::mark, 64, 66, 30).jpeg());
    files.put("audio_indicator.png", indicator(Pictograms::microphone, 29, ThemeCanvas.WHITE));
    files.put("streaming_indicator.png", indicator(Pictograms::broadcast, 34, BAD));
    files.put("no_incoming_video_icon.png", icon(Pictograms::noCamera));
    files.put("no_main_video_icon.png", icon(Pictograms::noMainVideo));
    files.put("no_presentation_video_icon.png", icon(Pictograms::noScreen));
    // 40 % transparent (SVX-390).
    files.put(
        "watermark_icon.png",
        ThemeCanvas.clear(200, 100)
            .opacity(0.6f)
            .pictogram(Pictograms::plainMark, 38, 54, 25)
            .text("Plenum", 136, 66, 32)
            .png());
  }

  private static byte[] indicator(Consumer<Pen> sign, double size, Color colour)
      throws IOException {
    return ThemeCanvas.clear(100, 100)
        .disc(50, 50, 48, SHADE_LIGHT, SHADE_DARK)
        .ink(colour)
        .pictogram(sign, 50, 50, size)
        .png();
  }

  private static byte[] icon(Consumer<Pen> sign) throws IOException {
    return ThemeCanvas.clear(400, 400).pictogram(sign, 200, 200, 160).png();
  }
}
