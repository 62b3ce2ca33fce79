package org.plenum.management.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.plenum.management.auth.Account;
import org.plenum.management.auth.Authenticator;
import org.plenum.management.auth.Login;
import org.plenum.management.auth.Proof;
import org.plenum.management.query.InvalidQueryException;
import org.plenum.management.rest.RestPath.Access;
import org.plenum.management.store.StoreException;
import org.plenum.model.access.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to every request, in this order: limit of concurrent requests, authentication,
 * permissions, negotiation of the content, limit of the body, the handler, and the log. Safe for
 * several threads.
 */
final class RequestPipeline {
  private static final Logger log = LoggerFactory.getLogger(RequestPipeline.class);

  /** Where the servlet API puts what the client has shown. */
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private static final byte[] NO_BODY = new byte[0];

  /** Files are large and held in memory, so few of them may be on their way in at a time. */
  private static final int MAX_CONCURRENT_UPLOADS = 2;

  private final Authenticator authenticator;
  private final RestLimits limits;
  private final Semaphore permits;
  private final Semaphore uploads = new Semaphore(MAX_CONCURRENT_UPLOADS);
  private final AccessLog accessLog = new AccessLog();

  RequestPipeline(Authenticator authenticator, RestLimits limits) {
    this.authenticator = authenticator;
    this.limits = limits;
    this.permits = new Semaphore(limits.maxConcurrentRequests());
  }

  /**
   * Handles a request to a path with a method; the handler is empty if the path has none for it.
   *
   * @param method what permissions and answers go by; {@code OPTIONS} in place of one that the API
   *     does not know
   */
  void handle(Context context, RestPath path, RestMethod method, Optional<RestHandler> handler) {
    long start = System.nanoTime();
    Caller caller = new Caller();
    RestResponse response = respond(context, path, method, handler, caller);
    write(context, response);
    accessLog.write(
        context.ip(),
        caller.name,
        context.req().getMethod(),
        context.queryString() == null
            ? context.path()
            : context.path() + "?" + context.queryString(),
        response.status(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** Who asks, as soon as it is known; for the log. */
  private static final class Caller {
    private String name = "-";
  }

  private RestResponse respond(
      Context context,
      RestPath path,
      RestMethod method,
      Optional<RestHandler> handler,
      Caller caller) {
    if (!permits.tryAcquire()) {
      return RestException.overloaded().response();
    }
    try {
      Optional<Account> account = Optional.empty();
      if (path.access() instanceof Access.Accounts accounts) {
        Account known = authenticate(context, accounts.channel());
        account = Optional.of(known);
        caller.name = known.username();
        authorise(known, accounts, method, context.pathParamMap());
      }
      if (handler.isEmpty()) {
        throw RestException.methodNotAllowed(allowed(context, path, account));
      }
      RestHandler found = handler.get();
      negotiate(context, path, method);
      return path.file().isPresent() && method.hasBody()
          ? upload(context, path, method, account, found)
          : found.handle(request(context, path, method, account));
    } catch (RestException e) {
      return e.response();
    } catch (InvalidQueryException e) {
      return RestException.of(400, e.getMessage()).response();
    } catch (StoreException e) {
      log.error("The store failed on {} {}", method, context.path(), e);
      return RestException.overloaded().response();
    } catch (RuntimeException e) {
      log.error("Failed on {} {}", method, context.path(), e);
      return RestException.of(500, "The service failed; its log has the details.").response();
    } finally {
      permits.release();
    }
  }

  /** What the path itself says is possible: resources on the same path differ in that. */
  private String allowed(Context context, RestPath path, Optional<Account> account) {
    RestResponse options =
        path.handler(RestMethod.OPTIONS)
            .orElseThrow()
            .handle(request(context, path, RestMethod.OPTIONS, account));
    return options.headers().getOrDefault("Allow", "");
  }

  private RestResponse upload(
      Context context,
      RestPath path,
      RestMethod method,
      Optional<Account> account,
      RestHandler handler) {
    if (!uploads.tryAcquire()) {
      throw RestException.overloaded();
    }
    try {
      return handler.handle(request(context, path, method, account));
    } finally {
      uploads.release();
    }
  }

  private Account authenticate(Context context, Permission channel) {
    boolean certificate = authenticator.requiresCertificate();
    Login login =
        (certificate ? certificate(context) : password(context))
            .map(proof -> authenticator.authenticate(proof, context.ip(), channel))
            .orElseGet(Login.Refused::new);
    return switch (login) {
      case Login.Granted granted -> granted.account();
      case Login.Refused() ->
          throw certificate ? RestException.needsCertificate() : RestException.needsPassword();
      case Login.TryLater later -> throw RestException.tryLater(later.retryAfter());
    };
  }

  private static Optional<Proof> password(Context context) {
    return Optional.ofNullable(context.header("Authorization"))
        .flatMap(BasicCredentials::parse)
        .map(basic -> new Proof.Password(basic.username(), basic.password()));
  }

  private static Optional<Proof> certificate(Context context) {
    return context.req().getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
            && chain.length > 0
        ? Optional.of(new Proof.Certificate(List.of(chain)))
        : Optional.empty();
  }

  private static void authorise(
      Account account,
      Access.Accounts access,
      RestMethod method,
      Map<String, String> pathParameters) {
    if (!access.rule().allows(account.permissions(), method, pathParameters)) {
      throw RestException.forbidden();
    }
  }

  private static void negotiate(Context context, RestPath path, RestMethod method) {
    String accept = context.header("Accept");
    String bodies = path.file().map(FileBody::mediaType).orElse(RestResponse.JSON);
    String answers = method.isSafe() ? bodies : RestResponse.JSON;
    if (accept != null && !accepts(accept, answers)) {
      throw RestException.of(406, "This address answers in " + answers + " only.");
    }
    if (method.hasBody()) {
      String type = Optional.ofNullable(context.contentType()).orElse("");
      if (!mediaType(type).equals(bodies)) {
        throw RestException.of(415, "Send " + bodies + ".");
      }
    }
  }

  private static boolean accepts(String accept, String answers) {
    for (String range : accept.split(",", 50)) {
      String type = mediaType(range);
      if (type.equals("*/*") || type.equals("application/*") || type.equals(answers)) {
        return true;
      }
    }
    return accept.isBlank();
  }

  private static String mediaType(String value) {
    int parameters = value.indexOf(';');
    String type = parameters < 0 ? value : value.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private RestRequest request(
      Context context, RestPath path, RestMethod method, Optional<Account> account) {
    Map<String, List<String>> query = new LinkedHashMap<>(context.queryParamMap());
    Map<String, String> headers = new LinkedHashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new RestRequest(
        method,
        context.path(),
        context.scheme() + "://" + context.host(),
        Map.copyOf(context.pathParamMap()),
        query,
        headers,
        method.hasBody() ? body(context, maxBytes(path)) : NO_BODY,
        account,
        context.ip());
  }

  private int maxBytes(RestPath path) {
    return path.file().map(FileBody::maxBytes).orElse(limits.maxBodyBytes());
  }

  private static byte[] body(Context context, int limit) {
    boolean announced = context.req().getContentLengthLong() > limit;
    if (announced && context.header("Expect") != null) {
      throw tooLarge(limit); // The client has not begun to send.
    }
    try (InputStream input = context.req().getInputStream()) {
      byte[] body = announced ? NO_BODY : input.readNBytes(limit + 1);
      if (announced || body.length > limit) {
        discard(input, 2L * limit);
        throw tooLarge(limit);
      }
      return body;
    } catch (IOException e) {
      throw RestException.of(400, "The body ended early.");
    }
  }

  /**
   * Reads some more of what will not be used: a client that is cut off while it sends may never see
   * the answer that says why.
   */
  private static void discard(InputStream input, long atMost) throws IOException {
    byte[] part = new byte[16 * 1024];
    long left = atMost;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = input.read(part);
    }
  }

  private static RestException tooLarge(int limit) {
    return RestException.of(413, "The body is larger than %d bytes.".formatted(limit));
  }

  /** Sends an answer. */
  static void write(Context context, RestResponse response) {
    context.status(response.status());
    response.headers().forEach(context::header);
    context.header("Cache-Control", "no-store");
    context.header("X-Content-Type-Options", "nosniff");
    if (response.status() == 413) {
      // What is left of the body will not be read.
      context.header("Connection", "close");
    }
    if (!response.contentType().isEmpty()) {
      context.contentType(response.contentType());
      context.result(response.body());
    }
  }
}
