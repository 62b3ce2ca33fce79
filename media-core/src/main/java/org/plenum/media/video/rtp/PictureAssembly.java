package org.plenum.media.video.rtp;

import org.plenum.media.video.codec.EncodedPicture;

/**
 * The picture that is being joined from packets with one timestamp. A picture ends with the marker
 * bit, or, with senders that forget it, when the timestamp changes.
 */
final class PictureAssembly {

  private final Depacketizer.Output output;
  private final EncodedPicture picture = new EncodedPicture();
  private int timestamp;
  private boolean open;
  private boolean damaged;

  PictureAssembly(Depacketizer.Output output) {
    this.output = output;
  }

  /** Prepares for a packet; true if it is the first one of a picture. */
  boolean begin(int packetTimestamp) {
    if (open && packetTimestamp != timestamp) {
      end();
    }
    boolean first = !open;
    open = true;
    timestamp = packetTimestamp;
    return first;
  }

  /** The picture to append to. */
  EncodedPicture picture() {
    return picture;
  }

  /** The picture cannot be completed any more. */
  void damage() {
    damaged = true;
  }

  /** Packets are missing; if no picture is open, whole pictures may be. */
  void gap() {
    damaged = true;
    if (!open) {
      report();
    }
  }

  /** Hands the picture on, or reports it lost. */
  void end() {
    if (damaged) {
      report();
    } else if (picture.length() > 0) {
      output.onPicture(picture, timestamp);
    }
    picture.clear();
    open = false;
  }

  private void report() {
    damaged = false;
    picture.clear();
    output.onLoss();
  }
}
