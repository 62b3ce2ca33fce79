package org.plenum.node.sip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.media.EndpointStats;
import org.plenum.media.MediaEndpoint;
import org.plenum.media.plan.MediaPlan;
import org.plenum.node.call.MediaEndpoints;

/** Media endpoints without media: they record what signalling makes of them. */
final class FakeMedia implements MediaEndpoints {
  private final Map<String, Endpoint> open = new ConcurrentHashMap<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger refreshed = new AtomicInteger();
  private volatile boolean exhausted;

  @Override
  public MediaEndpoint open(String id, MediaEndpoint.Listener listener) throws IOException {
    if (exhausted) {
      throw new IOException("no port of the media range is free");
    }
    Endpoint endpoint = new Endpoint(id, listener, 40_000 + 4 * opened.getAndIncrement());
    open.put(id, endpoint);
    return endpoint;
  }

  void exhaust() {
    exhausted = true;
  }

  int openCount() {
    return open.size();
  }

  int openedCount() {
    return opened.get();
  }

  int refreshedCount() {
    return refreshed.get();
  }

  Endpoint only() {
    return open.values().iterator().next();
  }

  final class Endpoint implements MediaEndpoint {
    private final String id;
    private final Listener listener;
    private final int port;
    private final List<MediaPlan> plans = new ArrayList<>();

    private Endpoint(String id, Listener listener, int port) {
      this.id = id;
      this.listener = listener;
      this.port = port;
    }

    Listener listener() {
      return listener;
    }

    synchronized List<MediaPlan> plans() {
      return List.copyOf(plans);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public int audioPort() {
      return port;
    }

    @Override
    public int videoPort() {
      return port + 2;
    }

    @Override
    public String dtlsFingerprint() {
      return "sha-256 AB:CD";
    }

    @Override
    public synchronized void configure(MediaPlan plan) {
      plans.add(plan);
    }

    @Override
    public void sendDtmf(String digits) {
      throw new UnsupportedOperationException("signalling sends no digits");
    }

    @Override
    public void refreshPicture() {
      refreshed.incrementAndGet();
    }

    @Override
    public EndpointStats stats() {
      return new EndpointStats(List.of());
    }

    @Override
    public void close() {
      open.remove(id);
    }
  }
}
