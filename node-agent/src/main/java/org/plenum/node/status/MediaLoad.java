package org.plenum.node.status;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much of the node's capacity is in use (DIAG-274): a call with video counts as one HD call,
 * one without as an audio call. Thread-safe.
 */
public final class MediaLoad {
  private final NodeCapacity capacity;
  private final Map<UUID, Boolean> videoOfParticipant = new ConcurrentHashMap<>();

  public MediaLoad(NodeCapacity capacity) {
    this.capacity = capacity;
  }

  /** What is full. */
  public NodeCapacity capacity() {
    return capacity;
  }

  /** Load in per cent, at most 100. */
  public int percent() {
    long audioCalls =
        videoOfParticipant.values().stream()
            .mapToLong(video -> video ? NodeCapacity.AUDIO_PER_HD : 1)
            .sum();
    return (int) Math.min(100, Math.round(100.0 * audioCalls / capacity.audio()));
  }

  void put(UUID participantId, boolean video) {
    videoOfParticipant.put(participantId, video);
  }

  void remove(UUID participantId) {
    videoOfParticipant.remove(participantId);
  }
}
