package org.plenum.installer.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process holds, as the operating system and the virtual machine see it.
 *
 * @param threads threads of the operating system
 * @param sockets open sockets
 * @param heapKilobytes heap in use after a collection
 */
record ProcessResources(int threads, int sockets, long heapKilobytes) {

  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  /** Measures a Java process; collects its garbage first. */
  static ProcessResources of(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    long heap = used.find() ? Long.parseLong(used.group(1)) : -1;
    return new ProcessResources(
        count(Path.of("/proc", String.valueOf(pid), "task"), false),
        count(Path.of("/proc", String.valueOf(pid), "fd"), true),
        heap);
  }

  private static int count(Path folder, boolean socketsOnly) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return (int) entries.filter(entry -> !socketsOnly || isSocket(entry)).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false;
    }
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return output;
  }
}
