package org.plenum.media.video.compose;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.video.codec.CodecUnavailableException;
import org.plenum.media.video.codec.EncodedPicture;
import org.plenum.media.video.codec.EncoderFormat;
import org.plenum.media.video.codec.VideoEncoder;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.rtp.H264Packetizer;
import org.plenum.media.video.rtp.Packetizer;
import org.plenum.media.video.rtp.Payloads;
import org.plenum.media.video.rtp.Vp8Packetizer;
import org.plenum.media.video.schedule.FrameRateLimiter;
import org.plenum.media.video.schedule.SerialTask;
import org.plenum.media.video.schedule.WorkPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One encoder and the senders that share what it writes. Takes at most one frame in advance: a
 * newer one replaces it and counts it as dropped. Any thread.
 */
final class EncoderGroup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EncoderGroup.class);

  /** Least time between two key frames that were asked for. */
  static final long KEY_FRAME_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final NativeLedger ledger;
  private final SerialTask encoding;
  private final List<VideoSender> members = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable VideoFrame> pending = new AtomicReference<>();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong encoded = new AtomicLong();
  private final FrameRateLimiter limiter = new FrameRateLimiter();
  private volatile EncoderFormat format;
  private volatile boolean keyFrameWanted;
  private volatile boolean closed;

  // Guarded by this: only the encoding task and close() hold the lock.
  private final EncodedPicture picture = new EncodedPicture();
  private final Payloads payloads = new Payloads();
  private @Nullable Encoding current;
  private @Nullable EncoderFormat refused;
  private long keyFrameNanos;

  private record Encoding(EncoderFormat format, VideoEncoder encoder, Packetizer packetizer) {}

  EncoderGroup(EncoderFormat format, WorkPool workers, NativeLedger ledger) {
    this.format = format;
    this.ledger = ledger;
    encoding = new SerialTask(workers, this::encodePending);
  }

  /** What is, or is going to be, written. */
  EncoderFormat format() {
    return format;
  }

  /** Changes what is written from the next frame on; the stream starts over with a key frame. */
  void retarget(EncoderFormat newFormat) {
    format = newFormat;
  }

  /** Adds a sender; it takes part from the next key frame on, which is asked for. */
  void join(VideoSender sender) {
    if (!members.contains(sender)) {
      members.add(sender);
      keyFrameWanted = true;
    }
  }

  /** Drops senders that do not need this group any more; true if there are others. */
  boolean prune() {
    members.removeIf(sender -> !sender.uses(this));
    return !members.isEmpty();
  }

  /** Makes one of the next frames a key frame; frequent requests are served together. */
  void requestKeyFrame() {
    keyFrameWanted = true;
  }

  /** True if a frame is needed even if the picture stands still. */
  boolean wantsFrame() {
    return keyFrameWanted;
  }

  /** Takes over the caller's reference to a frame of the format's size. */
  void offer(VideoFrame frame) {
    VideoFrame waiting = pending.getAndSet(frame);
    if (waiting != null) {
      waiting.release();
      dropped.incrementAndGet();
    }
    if (closed || !encoding.signal()) {
      dropPending();
    }
  }

  /** Frames that the encoder was too slow for. */
  long dropped() {
    return dropped.get();
  }

  /** Frames encoded. */
  long encoded() {
    return encoded.get();
  }

  /** Frees the encoder. Idempotent. */
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      closeEncoder();
    }
    dropPending();
  }

  private void dropPending() {
    VideoFrame waiting = pending.getAndSet(null);
    if (waiting != null) {
      waiting.release();
      dropped.incrementAndGet();
    }
  }

  private void encodePending() {
    VideoFrame frame = pending.getAndSet(null);
    if (frame == null) {
      return;
    }
    try {
      encode(frame, System.nanoTime());
    } finally {
      frame.release();
    }
  }

  private synchronized void encode(VideoFrame frame, long now) {
    EncoderFormat wanted = format;
    if (closed || !limiter.admits(wanted.fps(), now)) {
      return;
    }
    Encoding with = encodingFor(wanted);
    // A retargeted group may still be offered a canvas of its former size.
    if (with == null || frame.width() != wanted.width() || frame.height() != wanted.height()) {
      return;
    }
    boolean first = keyFrameNanos == 0;
    boolean key = keyFrameWanted && (first || now - keyFrameNanos >= KEY_FRAME_INTERVAL_NANOS);
    if (key) {
      // Before encoding: a request that comes meanwhile is for the frame after.
      keyFrameWanted = false;
    }
    if (!with.encoder.encode(frame, TimeUnit.NANOSECONDS.toMillis(now), key, picture)) {
      keyFrameWanted |= key;
      return;
    }
    encoded.incrementAndGet();
    if (picture.keyFrame()) {
      keyFrameNanos = now;
    }
    with.packetizer.packetize(picture, payloads);
    for (VideoSender sender : members) {
      sender.deliver(this, wanted, picture.keyFrame(), payloads, now);
    }
  }

  private @Nullable Encoding encodingFor(EncoderFormat wanted) {
    if (current != null && current.format.equals(wanted)) {
      return current;
    }
    if (wanted.equals(refused)) {
      return null;
    }
    closeEncoder();
    try {
      Packetizer packetizer =
          wanted.codec() == VideoCodec.H264
              ? new H264Packetizer(wanted.packetizationMode())
              : new Vp8Packetizer();
      current = new Encoding(wanted, new VideoEncoder(wanted, ledger), packetizer);
      keyFrameNanos = 0;
    } catch (CodecUnavailableException e) {
      refused = wanted;
      LOG.error("no video for {} receivers: {}", members.size(), e.getMessage());
    }
    return current;
  }

  private void closeEncoder() {
    if (current != null) {
      current.encoder.close();
      current = null;
    }
  }
}
