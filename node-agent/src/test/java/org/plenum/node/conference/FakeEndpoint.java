package org.plenum.node.conference;

import java.util.List;
import org.plenum.media.EndpointStats;
import org.plenum.media.MediaEndpoint;
import org.plenum.media.plan.MediaPlan;

/** An endpoint named like its participant, so that views read well in assertions. */
public final class FakeEndpoint implements MediaEndpoint {
  private final String id;
  public EndpointStats stats = new EndpointStats(List.of());
  public boolean closed;

  FakeEndpoint(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int audioPort() {
    return 40_000;
  }

  @Override
  public int videoPort() {
    return 40_002;
  }

  @Override
  public String dtlsFingerprint() {
    return "sha-256 00";
  }

  @Override
  public void configure(MediaPlan plan) {}

  @Override
  public void sendDtmf(String digits) {}

  @Override
  public void refreshPicture() {
    throw new UnsupportedOperationException("signalling asks for pictures, not the conference");
  }

  @Override
  public EndpointStats stats() {
    return stats;
  }

  @Override
  public void close() {
    closed = true;
  }
}
