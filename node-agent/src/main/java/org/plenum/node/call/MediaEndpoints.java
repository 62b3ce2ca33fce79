package org.plenum.node.call;

import java.io.IOException;
import org.plenum.media.MediaEndpoint;

/** Where protocol adapters get the media of their calls from. */
@FunctionalInterface
public interface MediaEndpoints {

  /**
   * Opens an endpoint: binds its ports and makes its DTLS fingerprint known.
   *
   * @param id unique identifier; adapters use {@link CallLeg#id()}
   * @throws IOException no port of the media range is free, or no more calls are taken; the message
   *     says which
   */
  MediaEndpoint open(String id, MediaEndpoint.Listener listener) throws IOException;
}
