package org.plenum.media.video.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plenum.media.video.codec.EncodedPicture;

/** Remembers what a depacketiser gives. */
final class RecordedPictures implements Depacketizer.Output {

  record Picture(byte[] bytes, boolean keyFrame, int timestamp) {}

  final List<Picture> pictures = new ArrayList<>();
  int losses;

  @Override
  public void onPicture(EncodedPicture picture, int timestamp) {
    pictures.add(
        new Picture(
            Arrays.copyOf(picture.bytes(), picture.length()), picture.keyFrame(), timestamp));
  }

  @Override
  public void onLoss() {
    losses++;
  }
}
