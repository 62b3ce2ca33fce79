package org.plenum.management.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP archives of themes. */
public final class ThemeArchives {
  private ThemeArchives() {}

  /** An archive with one text file. */
  public static byte[] of(String name, String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A theme that sets nothing but the text of the streaming indicator. */
  public static byte[] streamingText(String text) {
    return of("themeconfig.json", "{\"streaming_indicator_text\": \"%s\"}".formatted(text));
  }
}
