package org.plenum.media.video.compose;

import org.jspecify.annotations.Nullable;
import org.plenum.media.video.receive.VideoSource;

/** Finds the source that a view names. Any thread. */
public interface SourceDirectory {

  /** The source of an endpoint, or null if it has none in this conference. */
  @Nullable VideoSource source(String endpointId);
}
