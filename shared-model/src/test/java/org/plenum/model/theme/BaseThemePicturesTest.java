package org.plenum.model.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BaseThemePicturesTest {
  private static final Path THEMES =
      Path.of("src", "main", "resources", "org", "plenum", "model", "theme");

  /** Run with {@code -Dplenum.pictures.write=true} to draw the pictures anew. */
  @Test
  @Tag("SVX-364")
  void thePicturesThatShipAreThoseThatAreDrawnHere() throws Exception {
    Map<String, byte[]> base = ThemePictures.ofBase();
    Map<String, byte[]> graphics = ThemePictures.graphics();
    if (Boolean.getBoolean("plenum.pictures.write")) {
      write(base, THEMES.resolve("base"));
      write(graphics, THEMES.resolve("graphics"));
    }
    assertThat(base.keySet()).containsExactlyElementsOf(picturesIn("base"));
    assertThat(graphics.keySet()).containsExactlyElementsOf(picturesIn("graphics"));
  }

  private static void write(Map<String, byte[]> pictures, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      Files.write(folder.resolve(picture.getKey()), picture.getValue());
    }
  }

  private static Iterable<String> picturesIn(String folder) throws IOException {
    try (var files = Files.list(THEMES.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jpg") || name.endsWith(".png"))
          .sorted()
          .toList();
    }
  }
}
