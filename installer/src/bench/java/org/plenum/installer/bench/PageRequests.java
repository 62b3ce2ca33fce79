package org.plenum.installer.bench;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.InternalConfigurator;
import io.grpc.InternalConfiguratorRegistry;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.rpc.console.ListRequest;

/** Counts what consoles of this process ask for: parts of the list of services. */
final class PageRequests {
  private final AtomicInteger count = new AtomicInteger();

  /** Counts from now on; before the first connection is made. */
  static PageRequests counted() {
    PageRequests requests = new PageRequests();
    InternalConfiguratorRegistry.setConfigurators(
        List.of(
            new InternalConfigurator() {
              @Override
              public void configureChannelBuilder(ManagedChannelBuilder<?> builder) {
                builder.intercept(requests.interceptor());
              }
            }));
    return requests;
  }

  private ClientInterceptor interceptor() {
    return new ClientInterceptor() {
      @Override
      public <Q, A> ClientCall<Q, A> interceptCall(
          MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
          @Override
          public void sendMessage(Q message) {
            if (message instanceof ListRequest list && list.getResource().equals("conference")) {
              count.incrementAndGet();
            }
            super.sendMessage(message);
          }
        };
      }
    };
  }

  /** Requests since the last time. */
  int taken() {
    return count.getAndSet(0);
  }
}
