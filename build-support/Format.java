import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Checks or rewrites the layout of every Java source of the working directory with google-java-format. Run by the build
 * ("check") and by {@code mvn validate -N -Pformat} ("apply").
 */
final class Format {
  public static void main(String[] arguments) throws IOException {
    boolean apply = arguments.length > 0 && arguments[0].equals("apply");
    ConcurrentLinkedQueue<String> offending = new ConcurrentLinkedQueue<>();
    sources(Path.of("")).parallelStream().forEach(file -> format(file, apply, offending));
    if (!offending.isEmpty()) {
      offending.stream().sorted().forEach(System.err::println);
      System.err.println("Not formatted. Run: mvn validate -N -Pformat");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(Format::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void format(Path file, boolean apply, ConcurrentLinkedQueue<String> offending) {
    try {
      String before = Files.readString(file);
      String after =
          new Formatter()
              .formatSource(
                  ImportOrderer.reorderImports(
                      RemoveUnusedImports.removeUnusedImports(before), Style.GOOGLE));
      if (before.equals(after)) {
        return;
      }
      if (apply) {
        Files.writeString(file, after);
      } else {
        offending.add(file.toString());
      }
    } catch (FormatterException | IOException e) {
      offending.add(file + ": " + e.getMessage());
    }
  }
}
