package org.plenum.console.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link ConsoleSettings} as a JSON file. It is written beside and moved into place, so that a
 * crash leaves the old or the new settings, never half of them.
 */
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  private final Path file;
  private final ObjectMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Uses {@code settings.json} in {@code folder}, which is made when first written to. */
  public SettingsFile(Path folder) {
    this.file = folder.resolve("settings.json");
  }

  /** What is kept. Settings that cannot be read are lost, which is logged, not fatal. */
  public ConsoleSettings load() {
    try {
      ConsoleSettings settings = json.readValue(Files.readAllBytes(file), ConsoleSettings.class);
      return settings == null ? ConsoleSettings.initial() : settings;
    } catch (NoSuchFileException e) {
      return ConsoleSettings.initial();
    } catch (JacksonException e) {
      LOG.warn("{} is damaged, starting with initial settings: {}", file, e.getOriginalMessage());
      return ConsoleSettings.initial();
    } catch (IOException e) {
      LOG.warn("cannot read {}, starting with initial settings", file, e);
      return ConsoleSettings.initial();
    }
  }

  /** Replaces what is kept. */
  public synchronized void save(ConsoleSettings settings) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(temporary, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(settings));
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
