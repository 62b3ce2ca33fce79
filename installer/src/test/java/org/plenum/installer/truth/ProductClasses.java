package org.plenum.installer.truth;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plenum.console.Console;
import org.plenum.installer.PlenumCommand;
import org.plenum.management.ManagementService;
import org.plenum.media.MediaEngine;
import org.plenum.model.resource.PlenumResources;
import org.plenum.node.NodeAgent;

/** The compiled classes of all modules, without their tests. */
final class ProductClasses {
  private static final List<Class<?>> ONE_OF_EACH_MODULE =
      List.of(
          PlenumResources.class,
          MediaEngine.class,
          ManagementService.class,
          NodeAgent.class,
          Console.class,
          PlenumCommand.class);

  private ProductClasses() {}

  static List<ClassModel> read() throws IOException, URISyntaxException {
    List<ClassModel> classes = new ArrayList<>();
    for (Class<?> member : ONE_OF_EACH_MODULE) {
      Path place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        read(place, classes);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          read(jar.getPath("/"), classes);
        }
      }
    }
    return classes;
  }

  private static void read(Path root, List<ClassModel> classes) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("org/plenum"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        classes.add(ClassFile.of().parse(Files.readAllBytes(file)));
      }
    }
  }
}
