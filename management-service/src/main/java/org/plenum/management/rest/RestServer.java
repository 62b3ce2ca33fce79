package org.plenum.management.rest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.plenum.management.auth.Authenticator;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** The HTTPS listener of the management API; a virtual thread for each request. */
public final class RestServer implements AutoCloseable {

  private final String bindAddress;
  private final int port;
  private final SSLContext tls;
  private final SSLContext askingTls;
  private final RestLimits limits;
  private final Authenticator authenticator;
  private final RequestPipeline pipeline;
  private final List<RestModule> modules;
  private @Nullable Javalin javalin;

  /**
   * A server that is not started yet.
   *
   * @param bindAddress address to listen on; {@code 0.0.0.0} for all
   * @param port port to listen on; 0 lets the system choose one
   * @param keys what the server presents
   * @param modules parts of the API
   */
  public RestServer(
      String bindAddress,
      int port,
      ReloadableKeyManager keys,
      Authenticator authenticator,
      RestLimits limits,
      List<RestModule> modules) {
    this.bindAddress = bindAddress;
    this.port = port;
    this.tls = TlsContexts.plain(keys, null);
    this.askingTls = TlsContexts.plain(keys, new UnjudgedCertificates());
    // Who resumes a session is not asked: a client that had no certificate would not get in with
    // one.
    askingTls.getServerSessionContext().setSessionTimeout(1);
    this.limits = limits;
    this.authenticator = authenticator;
    this.pipeline = new RequestPipeline(authenticator, limits);
    this.modules = List.copyOf(modules);
  }

  /**
   * Starts to listen.
   *
   * @throws StartupException if the port cannot be used
   */
  public void start() {
    Javalin started = Javalin.create(this::configure);
    try {
      started.start();
      javalin = started;
    } catch (JavalinBindException e) {
      started.stop();
      throw new StartupException(
          ExitCode.PORT_IN_USE,
          "The HTTPS port %d cannot be opened on %s: it is taken or not permitted."
              .formatted(port, bindAddress),
          e);
    }
  }

  /** The port that is listened on. */
  public int port() {
    Javalin started = javalin;
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    return started.port();
  }

  /** Finishes the requests that are being handled, then stops. */
  @Override
  public void close() {
    Javalin started = javalin;
    if (started != null) {
      started.stop();
      javalin = null;
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = limits.maxBodyBytes();
    config.jetty.host = bindAddress;
    config.jetty.port = port;
    config.jetty.modifyServer(this::limitConnections);
    config.jetty.addConnector(this::connector);
    modules.forEach(module -> module.paths().forEach(path -> addPath(config, path)));
    addPath(config, nowhere("/"));
    addPath(config, nowhere("/<path>"));
    config.routes.exception(
        HttpResponseException.class,
        (e, context) ->
            RequestPipeline.write(
                context, RestException.of(e.getStatus(), "This is not possible.").response()));
  }

  /** Everything that no module has; strangers do not even learn that. */
  private static RestPath nowhere(String path) {
    RestHandler nothing =
        request -> {
          throw RestException.notFound();
        };
    Map<RestMethod, RestHandler> handlers = new EnumMap<>(RestMethod.class);
    for (RestMethod method : RestMethod.values()) {
      handlers.put(method, nothing);
    }
    return RestPath.of(path, Rule.ANY, handlers);
  }

  private void addPath(JavalinConfig config, RestPath path) {
    for (RestMethod method : RestMethod.values()) {
      Optional<RestHandler> handler = path.handler(method);
      config.routes.addHttpHandler(
          handlerType(method),
          path.path(),
          context -> pipeline.handle(context, path, method, handler));
    }
    config.routes.addHttpHandler(
        HandlerType.BEFORE, path.path(), context -> refuseUnknownMethod(context, path));
  }

  /** Routes have a method; what has none of those that the API knows is caught before them. */
  private void refuseUnknownMethod(Context context, RestPath path) {
    if (!RestMethod.isKnown(context.req().getMethod())) {
      pipeline.handle(context, path, RestMethod.OPTIONS, Optional.empty());
      context.skipRemainingHandlers();
    }
  }

  private static HandlerType handlerType(RestMethod method) {
    return switch (method) {
      case GET -> HandlerType.GET;
      case POST -> HandlerType.POST;
      case PUT -> HandlerType.PUT;
      case PATCH -> HandlerType.PATCH;
      case DELETE -> HandlerType.DELETE;
      case HEAD -> HandlerType.HEAD;
      case OPTIONS -> HandlerType.OPTIONS;
    };
  }

  /**
   * Asks clients for a certificate while the settings require one of administrators (SYS-054). None
   * is fine too: a node that enrols has none. Two contexts, since sessions that began without being
   * asked end with their context.
   */
  private final class CertificateAsking extends SslContextFactory.Server {
    /** Where the client is says nothing about the sessions of a server. */
    @Override
    public SSLEngine newSSLEngine(InetSocketAddress client) {
      return newSSLEngine();
    }

    @Override
    public SSLEngine newSSLEngine() {
      boolean asking = authenticator.requiresCertificate();
      SSLEngine engine = (asking ? askingTls : tls).createSSLEngine();
      customize(engine);
      engine.setWantClientAuth(asking);
      return engine;
    }
  }

  private void limitConnections(Server server) {
    server.addBean(new NetworkConnectionLimit(limits.maxConnections(), server));
    server.setStopTimeout(limits.idleTimeout().toMillis() / 10);
  }

  private Connector connector(Server server, HttpConfiguration shared) {
    HttpConfiguration http = new HttpConfiguration(shared);
    http.setRequestHeaderSize(limits.maxHeaderBytes());
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setIdleTimeout(limits.idleTimeout().toMillis());
    SecureRequestCustomizer secure = new SecureRequestCustomizer();
    // Clients reach the service by whatever name or address leads to it.
    secure.setSniHostCheck(false);
    http.addCustomizer(secure);
    SslContextFactory.Server ssl = new CertificateAsking();
    ssl.setSslContext(tls);
    ssl.setIncludeProtocols(TlsContexts.PROTOCOLS.toArray(String[]::new));
    ServerConnector connector = new ServerConnector(server, ssl, new HttpConnectionFactory(http));
    connector.setHost(bindAddress);
    connector.setPort(port);
    connector.setIdleTimeout(limits.idleTimeout().toMillis());
    return connector;
  }
}
