package org.plenum.installer.demo;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Archives of loaded classes beside the program's own archives: a virtual machine writes one when
 * it ends for the first time after a build, and starts in about half the time from then on.
 */
final class ClassArchive {

  private ClassArchive() {}

  /**
   * Options for a virtual machine that runs one part of the program; none when a part of the
   * program is a folder of classes, as in tests: the virtual machine would end with a failure of
   * its own instead of the program's exit code.
   */
  static List<String> optionsFor(String part) {
    try {
      Path program =
          Path.of(ClassArchive.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      List<String> classPath =
          List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
      if (!classPath.contains(program.toString())
          || !classPath.stream().map(Path::of).allMatch(Files::isRegularFile)
          || !Files.isWritable(program.getParent())) {
        return List.of();
      }
      return List.of(
          "-XX:+AutoCreateSharedArchive",
          "-XX:SharedArchiveFile=" + program.resolveSibling(part + ".jsa"),
          // Otherwise a missing or outdated archive is remarked on standard output, and what keeps
          // a part of it from being used in the log.
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "-Xlog:cds*=off:stderr",
          "-Xlog:aot*=off:stderr");
    } catch (URISyntaxException e) {
      return List.of();
    }
  }
}
