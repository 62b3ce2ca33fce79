package org.plenum.node.enrolment;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.plenum.model.enrolment.NodeDocument;
import org.plenum.model.enrolment.NodeDocumentException;
import org.plenum.model.enrolment.NodeDocumentReader;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node without identity serves: a form that takes its configuration document (SVC-005). The
 * document is also accepted as the body of a POST with type {@code application/xml}. Anybody who
 * reaches a fresh node can configure it; that is so until it has its first document.
 */
public final class UploadServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(UploadServer.class);

  /** How long the page that says that the document was accepted may take to its reader. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

  private final NodeDocumentReader reader;
  private final Enroller enroller;
  private final CompletableFuture<NodeIdentity> enrolled = new CompletableFuture<>();
  private final Javalin javalin;

  private UploadServer(
      NodeDocumentReader reader,
      Enroller enroller,
      InetSocketAddress address,
      Credentials selfSigned) {
    this.reader = reader;
    this.enroller = enroller;
    this.javalin =
        Javalin.create(
            config -> {
              config.concurrency.useVirtualThreads = true;
              config.http.maxRequestSize = NodeDocumentReader.MAX_BYTES;
              config.jetty.multipartConfig.maxTotalRequestSize(
                  NodeDocumentReader.MAX_BYTES, io.javalin.config.SizeUnit.BYTES);
              config.startup.showJavalinBanner = false;
              config.jetty.modifyServer(server -> server.setStopTimeout(LAST_ANSWERS.toMillis()));
              config.jetty.addConnector(
                  (server, http) -> {
                    http.addCustomizer(new SecureRequestCustomizer(false));
                    SslContextFactory.Server tls = new SslContextFactory.Server();
                    tls.setSslContext(
                        TlsContexts.plain(new ReloadableKeyManager(selfSigned), null));
                    tls.setIncludeProtocols(TlsContexts.PROTOCOLS.toArray(String[]::new));
                    ServerConnector connector =
                        new ServerConnector(
                            server,
                            new SslConnectionFactory(tls, "http/1.1"),
                            new HttpConnectionFactory(http));
                    connector.setHost(address.getAddress().getHostAddress());
                    connector.setPort(address.getPort());
                    return connector;
                  });
              config.routes.get("/", context -> context.html(UploadPage.form()));
              config.routes.post("/", this::upload);
            });
  }

  /**
   * Starts serving.
   *
   * @param selfSigned what the listener presents, since the node has no platform certificate yet
   * @throws StartupException the port is taken
   */
  public static UploadServer start(
      NodeDocumentReader reader,
      Enroller enroller,
      InetSocketAddress address,
      Credentials selfSigned) {
    UploadServer server = new UploadServer(reader, enroller, address, selfSigned);
    try {
      server.javalin.start();
    } catch (RuntimeException e) {
      throw new StartupException(
          ExitCode.PORT_IN_USE,
          "The HTTPS port " + address.getPort() + " cannot be used: " + e.getMessage(),
          e);
    }
    return server;
  }

  /** The port that is listened on. */
  int port() {
    return javalin.port();
  }

  /** Completes with the identity once a document was accepted. */
  public CompletableFuture<NodeIdentity> enrolled() {
    return enrolled;
  }

  private void upload(Context context) throws IOException {
    try {
      NodeDocument document = reader.read(document(context));
      // One at a time: two documents at once must not mix their identities.
      NodeIdentity identity = enrolOnce(document);
      context.html(UploadPage.accepted(identity.profile().name()));
      enrolled.completeAsync(() -> identity);
    } catch (NodeDocumentException | EnrolmentFailedException e) {
      log.warn("A configuration document was refused: {}", e.getMessage());
      context
          .status(HttpStatus.BAD_REQUEST)
          .html(UploadPage.refused(String.valueOf(e.getMessage())));
    }
  }

  private synchronized NodeIdentity enrolOnce(NodeDocument document)
      throws EnrolmentFailedException {
    if (enrolled.isDone()) {
      throw new EnrolmentFailedException("This node has its configuration already.");
    }
    return enroller.enrol(document);
  }

  private static byte[] document(Context context) throws IOException, EnrolmentFailedException {
    if (!context.isMultipartFormData()) {
      return context.bodyAsBytes();
    }
    UploadedFile file = context.uploadedFile("document");
    if (file == null) {
      throw new EnrolmentFailedException("Choose the configuration document first.");
    }
    try (InputStream content = file.content()) {
      return content.readNBytes(NodeDocumentReader.MAX_BYTES + 1);
    }
  }

  /** Lets the answers that are under way arrive, then stops. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // Somebody reads slowly, or not at all; the listener is closed all the same.
      log.info("The upload form was closed while it was still being read: {}", e.getMessage());
    }
  }
}
