package org.plenum.management;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.plenum.management.rest.RestLimits;
import org.plenum.management.setup.Administrator;
import org.plenum.management.setup.HostNetwork;
import org.plenum.management.setup.NetworkIdentity;
import org.plenum.model.enrolment.ManagementEndpoint;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the management service in the foreground until the process is told to stop. */
@Command(
    name = "management",
    description = "Runs the management service.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExit status:%n",
    footer = {
      "  0  ended as asked",
      "  1  unexpected failure; the log has the details",
      "  2  an option is missing or wrong",
      "  3  the data folder cannot be read, is damaged or is in use",
      "  4  a port is taken",
      "  5  the administrator's name or password is wrong"
    })
public final class ManagementCommand implements Callable<Integer> {
  /** Environment variable with the administrator's password. */
  static final String PASSWORD_VARIABLE = "PLENUM_ADMIN_PASSWORD";

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data folder.")
  private Path data = Path.of(".");

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = ManagementConfig.ALL_ADDRESSES,
      description = "Address to listen on (default: ${DEFAULT-VALUE}, which is all).")
  private String bind = ManagementConfig.ALL_ADDRESSES;

  @Option(
      names = "--https-port",
      paramLabel = "PORT",
      defaultValue = "" + ManagementEndpoint.DEFAULT_PORT,
      description = "Port of the REST API (default: ${DEFAULT-VALUE}).")
  private int httpsPort;

  @Option(
      names = "--console-port",
      paramLabel = "PORT",
      defaultValue = "" + ManagementConfig.DEFAULT_CONSOLE_PORT,
      description = "Port for administration consoles (default: ${DEFAULT-VALUE}).")
  private int consolePort;

  @Option(
      names = "--admin-user",
      paramLabel = "NAME",
      defaultValue = "admin",
      description = "Name of the first administrator (default: ${DEFAULT-VALUE}).")
  private String adminUser = "admin";

  @Option(
      names = "--admin-password",
      paramLabel = "PASSWORD",
      description = {
        "Password of the first administrator. Others on this host can see it: better",
        "put it in the variable " + PASSWORD_VARIABLE + " or in a file."
      })
  private @Nullable String adminPassword;

  @Option(
      names = "--admin-password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password of the first administrator.")
  private @Nullable Path adminPasswordFile;

  @Option(names = "--hostname", description = "Host name, for the first start.")
  private @Nullable String hostname;

  @Option(names = "--domain", description = "Domain, for the first start.")
  private @Nullable String domain;

  @Option(names = "--address", description = "IPv4 address, for the first start.")
  private @Nullable String address;

  @Option(names = "--netmask", description = "Network mask, for the first start.")
  private @Nullable String netmask;

  @Option(names = "--gateway", description = "IPv4 gateway, for the first start.")
  private @Nullable String gateway;

  @Option(names = "--dns-server", description = "DNS servers, for the first start.")
  private List<String> dnsServers = List.of();

  @Option(names = "--ntp-server", description = "NTP servers, for the first start.")
  private List<String> ntpServers = List.of();

  @Override
  public Integer call() {
    try (ManagementService service = ManagementService.start(config(), InstantSource.system())) {
      CountDownLatch stop = new CountDownLatch(1);
      Thread hook = new Thread(() -> stopped(stop, service), "stop");
      Runtime.getRuntime().addShutdownHook(hook);
      PrintWriter out = commandSpec().commandLine().getOut();
      out.println("READY https://localhost:" + service.httpsPort() + "/");
      out.flush();
      stop.await();
      return ExitCode.OK.code();
    } catch (StartupException e) {
      PrintWriter err = commandSpec().commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return e.exitCode().code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.OK.code();
    }
  }

  /** The process ends when its shutdown hooks have, so the service is closed in one. */
  private static void stopped(CountDownLatch stop, ManagementService service) {
    service.close();
    stop.countDown();
  }

  private ManagementConfig config() {
    return new ManagementConfig(
        data,
        bind,
        port("--https-port", httpsPort),
        port("--console-port", consolePort),
        password().map(password -> new Administrator(adminUser, password)),
        network(),
        RestLimits.DEFAULT);
  }

  private static int port(String option, int port) {
    if (port < 0 || port > 65_535) {
      throw new StartupException(ExitCode.USAGE, option + " must be a port, 0 to 65535.");
    }
    return port;
  }

  private Optional<String> password() {
    if (adminPassword != null) {
      return Optional.of(adminPassword);
    }
    if (adminPasswordFile != null) {
      try (var lines = Files.lines(adminPasswordFile)) {
        return Optional.of(lines.findFirst().orElse(""));
      } catch (IOException | java.io.UncheckedIOException e) {
        throw new StartupException(
            ExitCode.USAGE, "The password file %s cannot be read.".formatted(adminPasswordFile), e);
      }
    }
    return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE));
  }

  private NetworkIdentity network() {
    NetworkIdentity detected = new HostNetwork().detect();
    return new NetworkIdentity(
        given(hostname, detected.hostname()),
        given(domain, detected.domain()),
        given(address, detected.address()),
        given(netmask, detected.netmask()),
        given(gateway, detected.gateway()),
        dnsServers.isEmpty() ? detected.dnsServers() : dnsServers,
        ntpServers.isEmpty() ? detected.ntpServers() : ntpServers);
  }

  private static String given(@Nullable String option, String otherwise) {
    return option == null ? otherwise : option;
  }

  private CommandSpec commandSpec() {
    CommandSpec injected = spec;
    if (injected == null) {
      throw new IllegalStateException("run by picocli only");
    }
    return injected;
  }
}
