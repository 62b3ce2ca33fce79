package org.plenum.media.video.receive;

import org.plenum.media.codec.VideoCodec;
import org.plenum.media.video.codec.EncodedPicture;

/**
 * Compressed pictures on their way from the socket thread to a worker. Holds a few, copies into
 * buffers that it owns, and refuses when full. One thread offers, one takes.
 */
final class DecodeQueue {

  private static final int CAPACITY = 6;

  private final EncodedPicture[] pictures = new EncodedPicture[CAPACITY];
  private final VideoCodec[] codecs = new VideoCodec[CAPACITY];
  private int head;
  private int size;

  DecodeQueue() {
    for (int i = 0; i < CAPACITY; i++) {
      pictures[i] = new EncodedPicture();
      codecs[i] = VideoCodec.H264;
    }
  }

  /** Appends a copy; false if the queue is full. */
  boolean offer(EncodedPicture picture, VideoCodec codec) {
    int tail;
    synchronized (this) {
      if (size == CAPACITY) {
        return false;
      }
      tail = (head + size) % CAPACITY;
    }
    pictures[tail].copyFrom(picture);
    codecs[tail] = codec;
    synchronized (this) {
      size++;
    }
    return true;
  }

  /** True if there is a picture at the head. */
  synchronized boolean isEmpty() {
    return size == 0;
  }

  /** The oldest picture; valid until {@link #remove}. */
  EncodedPicture head() {
    return pictures[head];
  }

  /** Codec of the oldest picture. */
  VideoCodec headCodec() {
    return codecs[head];
  }

  /** Drops the oldest picture. */
  synchronized void remove() {
    head = (head + 1) % CAPACITY;
    size--;
  }
}
