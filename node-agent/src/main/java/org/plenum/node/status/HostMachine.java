package org.plenum.node.status;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine that the node runs on.
 *
 * @param processors number of processors that the process may use
 * @param processorModel name of the processor, or of its architecture if the system gives no name
 * @param memory physical memory, octets; 0 if not known
 */
public record HostMachine(int processors, String processorModel, long memory) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** Asks the operating system. */
  public static HostMachine detect() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return new HostMachine(Runtime.getRuntime().availableProcessors(), model(), memory);
  }

  private static String model() {
    String architecture = System.getProperty("os.arch", "");
    if (!Files.isReadable(CPU_INFO)) {
      return architecture;
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }
}
