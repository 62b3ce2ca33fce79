import com.code_intelligence.jazzer.Jazzer;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets each fuzz test of a module explore, in a JVM of its own, as many at a time as there are processors. Fails when
 * one finds something or has tried too few inputs. Run by the build with the class path of the module's tests; see
 * docs/decisions/fuzz-tests-explore-in-each-build.md.
 */
final class Fuzz {
  /** Far fewer than the slowest tries: a test that tries no more does not explore. */
  private static final int LEAST_INPUTS = 200;

  /** What the class file of a class with a fuzz test holds. */
  private static final String ANNOTATION = FuzzTest.class.descriptorString();

  /** libFuzzer then takes a seed of its own. */
  private static final String NO_SEED = "-seed=0";

  /** Where Jazzer keeps inputs that led to something new, below the folder of the module. */
  private static final Path CORPUS = Path.of(".cifuzz-corpus");

  private static final Pattern TRIED = Pattern.compile("stat::number_of_executed_units: (\\d+)");

  private final Path classes;
  private final Path logs;
  private final List<String> limits;

  private Fuzz(Path classes, Path logs, List<String> limits) {
    this.classes = classes;
    this.logs = logs;
    this.limits = limits;
  }

  /** Arguments: folder of test classes, folder for logs, pattern of names, arguments of libFuzzer. */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    Path classes = Path.of(given.get(0));
    Path logs = Files.createDirectories(Path.of(given.get(1)));
    Fuzz fuzz = new Fuzz(classes, logs, given.subList(3, given.size()));
    if (!fuzz.explore(Pattern.compile(given.get(2)))) {
      System.exit(1);
    }
  }

  private boolean explore(Pattern names) throws Exception {
    List<Callable<Boolean>> runs = new ArrayList<>();
    for (Method test : tests()) {
      if (names.matcher(name(test)).find()) {
        runs.add(() -> explore(test));
      }
    }
    if (runs.isEmpty()) {
      System.out.println("FAILED: no fuzz test has a name that fits " + names);
      return false;
    }
    boolean good = true;
    try (ExecutorService processors =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Future<Boolean> run : processors.invokeAll(runs)) {
        good &= run.get();
      }
    }
    return good;
  }

  private List<Method> tests() throws IOException, ClassNotFoundException {
    List<Method> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        if (!Files.readString(file, StandardCharsets.ISO_8859_1).contains(ANNOTATION)) {
          continue;
        }
        String path = classes.relativize(file).toString();
        String type = path.substring(0, path.length() - ".class".length()).replace('/', '.');
        if (!type.endsWith("FuzzTest")) {
          throw new IllegalStateException(type + " has a fuzz test, so its name must end in FuzzTest");
        }
        Arrays.stream(Class.forName(type, false, Fuzz.class.getClassLoader()).getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(FuzzTest.class))
            .forEach(tests::add);
      }
    }
    return tests;
  }

  private boolean explore(Method test) throws IOException, InterruptedException {
    if (!limits.contains(NO_SEED)) {
      forgetFound(test);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-XX:+EnableDynamicAgentLoading",
            // Few inputs do not repay thorough compilation.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-classpath",
            System.getProperty("java.class.path"),
            Jazzer.class.getName(),
            "--target_class=" + test.getDeclaringClass().getName(),
            "--target_method=" + test.getName(),
            "--instrument=org.plenum.**",
            "-print_final_stats=1"));
    command.addAll(limits);
    Path log = logs.resolve(name(test) + ".log");
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String output = Files.readString(log, StandardCharsets.ISO_8859_1);
    int tried = tried(output);
    boolean good = status == 0 && tried >= LEAST_INPUTS;
    System.out.println((good ? "explored " : "FAILED ") + name(test) + ", inputs: " + tried);
    if (!good) {
      System.out.println(output.substring(Math.max(0, output.length() - 8_000)));
      System.out.println("All of it: " + log);
    }
    return good;
  }

  /** Without what earlier runs found, the same seed leads to the same inputs. */
  private static void forgetFound(Method test) throws IOException {
    Path found = CORPUS.resolve(test.getDeclaringClass().getName()).resolve(test.getName());
    if (!Files.exists(found)) {
      return;
    }
    try (Stream<Path> files = Files.walk(found)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static int tried(String output) {
    Matcher tried = TRIED.matcher(output);
    return tried.find() ? Integer.parseInt(tried.group(1)) : 0;
  }

  private static String name(Method test) {
    return test.getDeclaringClass().getSimpleName() + "." + test.getName();
  }
}
