package org.plenum.management.replication;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Remembers the certificate that the other end of a channel presented last. Thread-safe. */
final class PeerCertificate implements ClientInterceptor {
  private volatile @Nullable X509Certificate last;

  Optional<X509Certificate> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> responses, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(responses) {
              @Override
              public void onHeaders(Metadata received) {
                note(getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
                super.onHeaders(received);
              }
            },
            headers);
      }
    };
  }

  private void note(@Nullable SSLSession session) {
    try {
      if (session != null && session.getPeerCertificates()[0] instanceof X509Certificate shown) {
        last = shown;
      }
    } catch (SSLPeerUnverifiedException e) {
      // The channel's TLS requires a certificate; without one there is nothing to remember.
      last = null;
    }
  }
}
