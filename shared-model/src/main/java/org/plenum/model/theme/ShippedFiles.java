package org.plenum.model.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * The files of themes that are part of the product: resources beside this class, in one folder for
 * each set. A folder is laid over another where a theme differs from it in a few files.
 */
public final class ShippedFiles {
  private static final String BASE = "base";

  /** Graphics are no files of a theme; this is all there is of them (SVX-364). */
  private static final List<String> GRAPHICS =
      List.of(
          "no_other_participants_black.png",
          "no_other_participants_white.png",
          "no_other_video_participants_black.png",
          "no_other_video_participants_white.png");

  private ShippedFiles() {}

  /** The Base theme: all files that a theme may contain (SVX-312, SVX-411). */
  public static ThemePackage baseTheme() {
    return over(List.of());
  }

  /**
   * White and black graphics on a transparent ground, to lay over an own background (SVX-364). They
   * are no theme.
   */
  public static ThemePackage graphics() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    GRAPHICS.forEach(name -> files.put(name, content("graphics", name)));
    return ThemePackage.of(files);
  }

  /** The Base theme with the files of other folders in place of its own. */
  static ThemePackage over(List<Overlay> overlays) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    ThemeFiles.names().forEach(name -> files.put(name, content(BASE, name)));
    for (Overlay overlay : overlays) {
      overlay.names().forEach(name -> files.put(name, content(overlay.folder(), name)));
    }
    return ThemePackage.of(files);
  }

  private static byte[] content(String folder, String name) {
    try (InputStream file = ShippedFiles.class.getResourceAsStream(folder + "/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the product lacks its file " + folder + "/" + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that take the place of those of the Base theme (SVX-417). */
  enum Overlay {
    /** Tones when somebody joins or leaves. */
    TONES("tones", "conf-participant_entry_tone", "conf-participant_exit_tone"),
    /** The British name of the key. */
    HASH_KEY(
        "hash-key", "2sd-number-pound-key", "conf-getpin_pound-key", "conf-waithostpin_pound-key");

    private final String folder;
    private final SequencedSet<String> names = new LinkedHashSet<>();

    Overlay(String folder, String... prompts) {
      this.folder = folder;
      for (String prompt : prompts) {
        names.add(prompt + "_48kHz_mono.wav");
      }
    }

    String folder() {
      return folder;
    }

    SequencedSet<String> names() {
      return names;
    }
  }
}
