package org.plenum.management.theme;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plenum.management.change.Operation;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.Database;
import org.plenum.management.store.FileStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.Parsed;
import org.plenum.model.resource.IvrTheme;
import org.plenum.model.theme.ShippedFiles;
import org.plenum.model.theme.ThemePackage;

/**
 * The files of themes (SVX-318, SVX-323, SVX-328). Files are kept by their digest; that a theme has
 * them is a change of the theme, which goes through the door like any other. Safe for several
 * threads.
 */
public final class Themes {
  /** Name of the resource. */
  public static final String RESOURCE = "ivr_theme";

  /** Field that messages about a package belong to. */
  public static final String FILES = "files";

  private static final String DIGEST = "package_digest";

  private final ConfigurationStore store;
  private final FileStore files;
  private final InstantSource clock;

  /**
   * A theme's files as an archive.
   *
   * @param fileName name to save it by
   * @param content ZIP archive
   */
  public record Download(String fileName, byte[] content) {}

  /** The themes of a configuration. */
  public Themes(ConfigurationStore store, Database database, InstantSource clock) {
    this.store = store;
    this.files = new FileStore(database);
    this.clock = clock;
  }

  /** The resource. */
  public ResourceType<IvrTheme> type() {
    return store.catalog().type(IvrTheme.class);
  }

  /** Whether there is a theme with this identifier. */
  public boolean exists(long id) {
    return find(id).isPresent();
  }

  /**
   * Keeps the files and gives the operation that makes them those of a theme, in place of all it
   * had.
   *
   * @param expected revision that the client has seen; empty: whatever the theme is now
   */
  public Operation replaceFiles(long id, OptionalLong expected, ThemePackage theme) {
    return new Operation.Update(
        RESOURCE, id, new Parsed(Values.of(kept(theme)), Violations.NONE), expected);
  }

  /** Keeps the files and gives the operation that makes a theme of them. */
  public Operation create(String name, ThemePackage theme) {
    Map<String, @Nullable Object> values = kept(theme);
    values.put("name", name);
    return Operation.create(RESOURCE, Values.of(values));
  }

  /** Keeps the files; gives the fields of a theme that has them. */
  private Map<String, @Nullable Object> kept(ThemePackage theme) {
    Map<String, String> digests = new LinkedHashMap<>();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    theme
        .files()
        .forEach(
            (name, content) -> {
              String digest = PackageIndex.digestOf(content);
              digests.put(name, digest);
              contents.put(digest, content);
            });
    contents.put(theme.digest(), new PackageIndex(digests).toBytes());
    files.put(contents);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(FILES, theme.names());
    fields.put(DIGEST, theme.digest());
    fields.put("last_updated", clock.instant());
    return fields;
  }

  /** The files of a theme; empty if there is no such theme, or if it has none. */
  public Optional<Download> download(long id) {
    return find(id)
        .flatMap(
            theme ->
                files
                    .find(theme.values().text(DIGEST))
                    .map(stored -> new Download(fileName(theme), archive(stored))));
  }

  private static String fileName(StoredObject theme) {
    return ThemePackage.fileName(theme.title());
  }

  private byte[] archive(byte[] stored) {
    return PackageIndex.read(stored)
        .map(
            index -> {
              Map<String, byte[]> contents = new LinkedHashMap<>();
              index
                  .digests()
                  .forEach((name, digest) -> contents.put(name, files.find(digest).orElseThrow()));
              return ThemePackage.of(contents).archive();
            })
        .orElse(stored);
  }

  /** The Base theme (SVX-328). */
  public static Download baseTheme() {
    return new Download("Base.zip", ShippedFiles.baseTheme().archive());
  }

  /** Graphics to build themes with (SVX-364). */
  public static Download graphics() {
    return new Download("Theme_graphics.zip", ShippedFiles.graphics().archive());
  }

  private Optional<StoredObject> find(long id) {
    return store.read(reader -> reader.object(type(), id));
  }
}
