package org.plenum.installer.demo;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.model.process.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plenum demo}: a whole deployment on this machine. */
@Command(
    name = "demo",
    description = {
      "Starts a management service and a conferencing node on this machine, with a meeting room"
          + " 'meet' and an auditorium 'townhall', and opens the console.",
      "A second start on the same data folder keeps everything. Ctrl-C stops all."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for configuration, certificates and logs (default: ${DEFAULT-VALUE}).",
      defaultValue = "demo-data")
  private Path data = Path.of("demo-data");

  @Option(
      names = "--base-port",
      paramLabel = "N",
      description =
          "First of the ports used: SIP N+60 and N+61, management N+3443 and N+3444, node N+3543"
              + " and N+3544 (default: ${DEFAULT-VALUE}).",
      defaultValue = "" + DemoPorts.DEFAULT_BASE)
  private int basePort = DemoPorts.DEFAULT_BASE;

  @Option(
      names = "--address",
      paramLabel = "IP",
      description = "Address to listen on and to dial (default: ${DEFAULT-VALUE}).",
      defaultValue = "127.0.0.1")
  private InetAddress address = InetAddress.getLoopbackAddress();

  @Option(
      names = "--admin-password",
      paramLabel = "P",
      description =
          "Password of the administrator 'admin'; without it one is made and kept in the data"
              + " folder.")
  private @Nullable String adminPassword;

  @Option(names = "--no-console", description = "Does not open the console.")
  private boolean noConsole;

  @Override
  public Integer call() throws Exception {
    DemoSettings settings =
        new DemoSettings(
            data.toAbsolutePath().normalize(),
            new DemoPorts(basePort),
            address,
            adminPassword,
            !noConsole && hasDisplay());
    new Demo(settings, System.out).run();
    return ExitCode.OK.code();
  }

  private static boolean hasDisplay() {
    String system = System.getProperty("os.name", "");
    return !system.startsWith("Linux")
        || System.getenv("DISPLAY") != null
        || System.getenv("WAYLAND_DISPLAY") != null;
  }
}
