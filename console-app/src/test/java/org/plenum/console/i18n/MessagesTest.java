package org.plenum.console.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the texts with what the sources ask for. */
class MessagesTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path TEXTS =
      Path.of("src", "main", "resources", "org", "plenum", "console", "messages.properties");

  /** A key; one that ends with a dot is the beginning of several. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[A-Za-z_-]*)+)\"");

  private static Set<String> keys() throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(TEXTS)) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  /** Everything in the sources that looks like a key. */
  private static Set<String> literals() throws IOException {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        LITERAL
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> found.add(match.group(1)));
      }
    }
    return found;
  }

  @Test
  void everyTextIsUsed() throws IOException {
    Set<String> literals = literals();
    List<String> unused =
        keys().stream()
            .filter(key -> !literals.contains(key))
            .filter(
                key ->
                    literals.stream().noneMatch(used -> used.endsWith(".") && key.startsWith(used)))
            .toList();
    assertThat(unused).as("texts that no source asks for").isEmpty();
  }

  @Test
  void everyKeyHasAText() throws IOException {
    Set<String> keys = keys();
    Set<String> groups = new HashSet<>();
    keys.forEach(key -> groups.add(key.substring(0, key.indexOf('.'))));
    List<String> missing =
        literals().stream()
            .filter(literal -> groups.contains(literal.substring(0, literal.indexOf('.'))))
            .filter(
                literal ->
                    literal.endsWith(".")
                        ? keys.stream().noneMatch(key -> key.startsWith(literal))
                        : !keys.contains(literal))
            .toList();
    assertThat(missing).as("keys without a text").isEmpty();
  }

  @Test
  void textsWithArgumentsAreFilledIn() {
    Messages messages = new Messages(Locale.ENGLISH);
    assertThat(messages.get("list.total", 100_000)).isEqualTo("100,000 in total");
    assertThat(messages.value("role.", "chair")).isEqualTo("Host");
    assertThat(messages.value("role.", "robot")).isEqualTo("robot");
  }
}
