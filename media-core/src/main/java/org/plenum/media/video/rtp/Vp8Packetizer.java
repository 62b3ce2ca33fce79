package org.plenum.media.video.rtp;

import org.plenum.media.video.codec.EncodedPicture;

/**
 * VP8 payloads with the shortest descriptor (RFC 7741 section 4.2); there is no picture identifier,
 * because a receiver may move between encoders and its numbering must not jump.
 *
 * <pre>
 * +-+-+-+-+-+-+-+-+
 * |X|R|N|S|R| PID |  S: first packet of the frame; PID: partition, always 0
 * +-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Vp8Packetizer implements Packetizer {

  private static final int DESCRIPTOR_LENGTH = 1;
  private static final int START_OF_PARTITION = 0x10;

  @Override
  public void packetize(EncodedPicture picture, Payloads payloads) {
    payloads.clear();
    int room = MAX_PAYLOAD - DESCRIPTOR_LENGTH;
    int left = picture.length();
    int packets = (left + room - 1) / room;
    int position = 0;
    for (int packet = packets; packet > 0; packet--) {
      int share = (left + packet - 1) / packet;
      payloads
          .write(position == 0 ? START_OF_PARTITION : 0)
          .write(picture.bytes(), position, share)
          .finish();
      position += share;
      left -= share;
    }
  }
}
