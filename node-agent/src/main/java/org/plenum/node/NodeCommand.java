package org.plenum.node;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.model.process.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plenum node}: a conferencing node. */
@Command(
    name = "node",
    description = {
      "Runs a conferencing node.",
      "A fresh one enrols with the document given, or offers a form to upload it on its HTTPS"
          + " port. Prints READY on standard output once it is enrolled and in service."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class NodeCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the node's identity and its copy of the configuration.")
  private Path data = Path.of("node-data");

  @Option(
      names = "--bind",
      paramLabel = "IP",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).",
      defaultValue = "0.0.0.0")
  private InetAddress bind = InetAddress.getLoopbackAddress();

  @Option(
      names = "--https-port",
      paramLabel = "PORT",
      description = "Port for clients and for the upload form (default: ${DEFAULT-VALUE}).",
      defaultValue = "443")
  private int httpsPort;

  @Option(
      names = "--control-port",
      paramLabel = "PORT",
      description = "Port for the management service (default: ${DEFAULT-VALUE}).",
      defaultValue = "8444")
  private int controlPort;

  @Option(
      names = "--sip-port",
      paramLabel = "PORT",
      description = "Port for SIP over UDP and TCP (default: ${DEFAULT-VALUE}).",
      defaultValue = "5060")
  private int sipPort;

  @Option(
      names = "--sip-tls-port",
      paramLabel = "PORT",
      description = "Port for SIP over TLS (default: ${DEFAULT-VALUE}).",
      defaultValue = "5061")
  private int sipTlsPort;

  @Option(
      names = "--document",
      paramLabel = "FILE",
      description = "Configuration document of this node, downloaded from the console.")
  private @Nullable Path document;

  @Override
  public Integer call() throws Exception {
    NodeConfig config =
        new NodeConfig(
            data.toAbsolutePath().normalize(),
            bind,
            httpsPort,
            controlPort,
            sipPort,
            sipTlsPort,
            Optional.ofNullable(document));
    try (NodeAgent agent = new NodeAgent(config)) {
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(agent::close));
      agent.start();
      System.out.println("READY");
      agent.awaitStop();
    }
    return ExitCode.OK.code();
  }
}
