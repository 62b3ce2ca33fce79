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
    files.put(theme.digest(), theme.archive());
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    changes.put(FILES, theme.names());
    changes.put(DIGEST, theme.digest());
    changes.put("last_updated", clock.instant());
    return new Operation.Update(
        RESOURCE, id, new Parsed(Values.of(changes), Violations.NONE), expected);
  }

  /** The files of a theme; empty if there is no such theme, or if it has none. */
  public Optional<Download> download(long id) {
    return find(id)
        .flatMap(
            theme ->
                files
                    .find(theme.values().text(DIGEST))
                    .map(content -> new Download(ThemePackage.fileName(theme.title()), content)));
  }

  private Optional<StoredObject> find(long id) {
    return store.read(reader -> reader.object(type(), id));
  }
}
