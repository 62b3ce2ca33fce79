package org.plenum.model.theme;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a theme: a ZIP archive in which every file has the name and the format of one that a
 * theme may contain (SVX-318). Immutable; the bytes are not copied.
 */
public final class ThemePackage {
  /** Largest archive, in bytes. */
  public static final int MAX_ARCHIVE_BYTES = 32 * 1024 * 1024;

  /** Largest file in an archive, in bytes. */
  private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;

  /** Largest sum of the files in an archive, in bytes. */
  private static final int MAX_CONTENT_BYTES = 96 * 1024 * 1024;

  /** No archive needs more: each file once, and a folder around them. */
  private static final int MAX_ENTRIES = 128;

  /** Archives with the same files are the same, byte for byte. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> files;
  private final String digest;

  private ThemePackage(TreeMap<String, byte[]> files) {
    this.files = Collections.unmodifiableMap(files);
    this.digest = digestOf(files);
  }

  /**
   * Reads and checks an archive. The files lie at its top, or in one folder.
   *
   * @throws ThemeException saying what is wrong with it
   */
  public static ThemePackage read(byte[] archive) throws ThemeException {
    if (archive.length > MAX_ARCHIVE_BYTES) {
      throw new ThemeException("The ZIP archive is larger than 32 MB.");
    }
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      int entries = 0;
      long bytes = 0;
      String folder = null;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MAX_ENTRIES) {
          throw new ThemeException("The ZIP archive has more than 128 entries.");
        }
        if (entry.isDirectory()) {
          continue;
        }
        folder = commonFolder(folder, entry.getName());
        String name = knownName(entry.getName().substring(folder.length()));
        byte[] content = content(zip, name);
        bytes += content.length;
        if (bytes > MAX_CONTENT_BYTES) {
          throw new ThemeException("The files of the ZIP archive take more than 96 MB.");
        }
        if (files.put(name, content) != null) {
          throw new ThemeException("The ZIP archive has two files " + name + ".");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // Names that are no UTF-8 are reported by the latter.
      throw new ThemeException("The ZIP archive is damaged.");
    }
    if (files.isEmpty()) {
      throw new ThemeException("The file is no ZIP archive, or an empty one.");
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ThemeFiles.check(file.getKey(), file.getValue());
    }
    return new ThemePackage(files);
  }

  /** Files that are known to be right. */
  public static ThemePackage of(Map<String, byte[]> files) {
    return new ThemePackage(new TreeMap<>(files));
  }

  /** The folder of a file, with its slash; it must be that of the files before. */
  private static String commonFolder(@Nullable String known, String path) throws ThemeException {
    String folder = path.substring(0, path.indexOf('/') + 1);
    if (known != null && !known.equals(folder)) {
      throw new ThemeException(
          "All files must lie at the top of the ZIP archive, or all in the same folder.");
    }
    return folder;
  }

  private static String knownName(String name) throws ThemeException {
    return ThemeFiles.canonical(name)
        .orElseThrow(() -> new ThemeException("'" + shortened(name) + "' is no file of a theme."));
  }

  private static String shortened(String name) {
    return name.length() <= 80 ? name : name.substring(0, 80) + "…";
  }

  /** The size in the entry is what the archive says, not what there is. */
  private static byte[] content(ZipInputStream zip, String name)
      throws IOException, ThemeException {
    try {
      byte[] content = zip.readNBytes(MAX_FILE_BYTES + 1);
      if (content.length > MAX_FILE_BYTES) {
        throw new ThemeException(name + " is larger than 16 MB.");
      }
      return content;
    } catch (ZipException e) {
      throw new ThemeException(name + " is damaged.");
    }
  }

  /** Name under which the archive of a theme is saved, fit for every file system. */
  public static String fileName(String theme) {
    String name = theme.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
    return (name.length() <= 100 ? name : name.substring(0, 100)) + ".zip";
  }

  /** The files by name, in alphabetical order. */
  public Map<String, byte[]> files() {
    return files;
  }

  /** Names of the files in alphabetical order. */
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** SHA-256 of names and contents in hexadecimal form; says nothing about how they are packed. */
  public String digest() {
    return digest;
  }

  private static String digestOf(TreeMap<String, byte[]> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, content) -> {
            sha.update(name.getBytes(StandardCharsets.UTF_8));
            sha.update(ByteBuffer.allocate(5).put((byte) 0).putInt(content.length).flip());
            sha.update(content);
          });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files as a ZIP archive, without folder. */
  public byte[] archive() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
