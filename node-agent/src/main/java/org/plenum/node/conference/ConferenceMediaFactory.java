package org.plenum.node.conference;

import org.plenum.media.conference.ConferenceMedia;

/** Where conferences get their mixing and composition from. */
@FunctionalInterface
public interface ConferenceMediaFactory {

  /**
   * Creates the media of one conference. A failure is thrown as a {@link RuntimeException} and
   * makes the calls be refused that needed it.
   *
   * @param name for threads and logs
   */
  ConferenceMedia create(String name, ConferenceMedia.Listener listener);
}
