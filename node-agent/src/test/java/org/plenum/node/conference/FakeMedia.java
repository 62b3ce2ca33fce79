package org.plenum.node.conference;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plenum.media.MediaEndpoint;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.conference.View;

/** Remembers what a conference asked for, and fails where a test wants that. */
public final class FakeMedia implements ConferenceMedia {
  public final String name;
  public final ConferenceMedia.Listener listener;
  public final Set<String> endpoints = ConcurrentHashMap.newKeySet();
  public final Set<String> muted = ConcurrentHashMap.newKeySet();
  public final Map<String, View> views = new ConcurrentHashMap<>();
  public @Nullable String failingEndpoint;
  public int viewChanges;
  public int closings;

  public FakeMedia(String name, ConferenceMedia.Listener listener) {
    this.name = name;
    this.listener = listener;
  }

  @Override
  public void add(MediaEndpoint endpoint) {
    if (!endpoints.add(endpoint.id())) {
      throw new IllegalStateException(endpoint.id() + " is in already");
    }
    failIfWanted(endpoint);
  }

  @Override
  public void remove(MediaEndpoint endpoint) {
    if (!endpoints.remove(endpoint.id())) {
      throw new IllegalStateException(endpoint.id() + " is not in");
    }
    muted.remove(endpoint.id());
    views.remove(endpoint.id());
  }

  @Override
  public void setMuted(MediaEndpoint endpoint, boolean mute) {
    if (mute) {
      muted.add(endpoint.id());
    } else {
      muted.remove(endpoint.id());
    }
  }

  @Override
  public void setView(MediaEndpoint endpoint, View view) {
    failIfWanted(endpoint);
    views.put(endpoint.id(), view);
    viewChanges++;
  }

  @Override
  public void close() {
    closings++;
  }

  private void failIfWanted(MediaEndpoint endpoint) {
    if (endpoint.id().equals(failingEndpoint)) {
      throw new IllegalStateException("no encoder for " + endpoint.id());
    }
  }
}
