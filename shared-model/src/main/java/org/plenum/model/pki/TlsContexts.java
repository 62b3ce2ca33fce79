package org.plenum.model.pki;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS contexts with the platform's rules: TLS 1.3 and 1.2, both sides identified by certificates of
 * the platform's authority, Java's own TLS.
 */
public final class TlsContexts {
  /** Versions offered and accepted. */
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  /**
   * A resumed session skips the check of certificates, so one may be resumed only for this long
   * after the check.
   */
  private static final Duration SESSION_LIFETIME = Duration.ofMinutes(10);

  private TlsContexts() {}

  /** For a gRPC server whose clients must identify themselves. */
  public static SslContext grpcServer(X509ExtendedKeyManager own, X509ExtendedTrustManager peers) {
    return build(SslContextBuilder.forServer(own).clientAuth(ClientAuth.REQUIRE), peers);
  }

  /**
   * For a gRPC channel. The trust manager decides who the server is; the address or name that the
   * channel was made with is of no consequence.
   */
  public static SslContext grpcClient(X509ExtendedKeyManager own, X509ExtendedTrustManager peers) {
    return build(SslContextBuilder.forClient().keyManager(own), peers);
  }

  /**
   * For HTTPS and SIP over TLS. The user of the context sets {@link #PROTOCOLS} and whether clients
   * must identify themselves.
   *
   * @param own what to present; null for a client without certificate
   * @param peers whom to trust; null for a server that asks for no certificates
   */
  public static SSLContext plain(
      @Nullable X509ExtendedKeyManager own, @Nullable X509ExtendedTrustManager peers) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own == null ? new KeyManager[0] : new KeyManager[] {own},
          peers == null ? new TrustManager[0] : new TrustManager[] {peers},
          null);
      int lifetime = Math.toIntExact(SESSION_LIFETIME.toSeconds());
      context.getServerSessionContext().setSessionTimeout(lifetime);
      context.getClientSessionContext().setSessionTimeout(lifetime);
      return context;
    } catch (GeneralSecurityException e) {
      throw new PkiException("the TLS context cannot be made", e);
    }
  }

  private static SslContext build(SslContextBuilder builder, X509ExtendedTrustManager peers) {
    try {
      // The cipher suites that GrpcSslContexts leaves are those that HTTP/2 allows (RFC 9113
      // appendix A): ephemeral keys and authenticated encryption only.
      return GrpcSslContexts.configure(builder, SslProvider.JDK)
          .trustManager(peers)
          .protocols(PROTOCOLS)
          .sessionTimeout(SESSION_LIFETIME.toSeconds())
          .build();
    } catch (SSLException e) {
      throw new PkiException("the TLS context cannot be made", e);
    }
  }
}
