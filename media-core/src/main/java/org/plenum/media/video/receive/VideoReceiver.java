package org.plenum.media.video.receive;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.rtp.VideoTransport;
import org.plenum.media.video.codec.EncodedPicture;
import org.plenum.media.video.codec.VideoDecoder;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;
import org.plenum.media.video.rtp.Depacketizer;
import org.plenum.media.video.rtp.H264Depacketizer;
import org.plenum.media.video.rtp.ReorderWindow;
import org.plenum.media.video.rtp.Vp8Depacketizer;
import org.plenum.media.video.schedule.RateMeter;
import org.plenum.media.video.schedule.SerialTask;
import org.plenum.media.video.schedule.WorkPool;

/**
 * The receiving half of one stream: packets → order → pictures → key frame gate → queue → decoder →
 * {@link VideoSource}. Packets are taken on the session's thread up to the queue; decoding happens
 * on a worker.
 *
 * <p>A source that no composition shows for some seconds is not decoded: only its presence is
 * watched, and when it is shown again a key frame is asked for.
 */
public final class VideoReceiver implements AutoCloseable {

  /** Silence after which a source counts as gone. */
  static final long PRESENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Time for which a source is still decoded although nobody sees it. */
  static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final int PAYLOAD_TYPES = 128;

  private final VideoFramePool pool;
  private final NativeLedger ledger;
  private final KeyFrameGate gate;
  private final VideoSource source;
  private final DecodeQueue queue = new DecodeQueue();
  private final SerialTask decoding;
  private final RateMeter received = new RateMeter();
  private final AtomicLong dropped = new AtomicLong();
  private final Object decoderLock = new Object();
  private final Object packetLock = new Object();

  // Guarded by packetLock.
  private final @Nullable VideoCodec[] codecs = new VideoCodec[PAYLOAD_TYPES];
  private ReorderWindow window = newWindow();
  private @Nullable VideoCodec codec;
  private @Nullable Depacketizer depacketizer;
  private boolean paused;
  private long watchedNanos;
  private long nowNanos;

  // Guarded by decoderLock.
  private @Nullable VideoDecoder decoder;
  private boolean closed;

  private volatile boolean hasFrame;
  private volatile long lastFrameNanos;
  private volatile Format format = Format.NONE;

  private record Format(String codec, int width, int height) {
    private static final Format NONE = new Format("", 0, 0);
  }

  public VideoReceiver(
      VideoTransport transport, WorkPool workers, VideoFramePool pool, NativeLedger ledger) {
    this.pool = pool;
    this.ledger = ledger;
    gate = new KeyFrameGate(transport::requestKeyFrame);
    source = new VideoSource(pool, ledger);
    decoding = new SerialTask(workers, this::decode);
  }

  /** Sets which payload types are accepted; none without a plan or if it does not receive. */
  public void configure(Optional<VideoPlan> plan) {
    Optional<VideoPlan> receiving = plan.filter(p -> p.stream().direction().receives());
    synchronized (packetLock) {
      for (int type = 0; type < PAYLOAD_TYPES; type++) {
        codecs[type] = null;
      }
      receiving.ifPresent(
          p ->
              p.receive()
                  .forEach(
                      (type, accepted) -> codecs[type & PAYLOAD_TYPES - 1] = accepted.codec()));
      gate.canRequest(receiving.isPresent() && (plan.get().pli() || plan.get().fir()));
    }
    if (receiving.isEmpty()) {
      hasFrame = false;
      source.clear();
    }
  }

  /** Takes a packet from the network; does not block. */
  public void onPacket(RtpPacket packet, long arrivalNanos) {
    synchronized (packetLock) {
      nowNanos = arrivalNanos;
      window.offer(packet, arrivalNanos);
    }
  }

  /** What was decoded, for compositions. */
  public VideoSource source() {
    return source;
  }

  /** True if pictures arrived within the last three seconds. */
  public boolean isPresent(long now) {
    return hasFrame && now - lastFrameNanos < PRESENCE_NANOS;
  }

  /** Encoding name of what was decoded last; empty if nothing was. */
  public String codecName() {
    return format.codec;
  }

  /** Size of what was decoded last, for example {@code 640x360}; empty if nothing was. */
  public String resolution() {
    Format current = format;
    return current.width == 0 ? "" : current.width + "x" + current.height;
  }

  /** Pictures decoded in the last second, or received while nobody sees them. */
  public int framesPerSecond(long now) {
    return received.perSecond(now);
  }

  /** Pictures lost, damaged, or dropped because they came faster than they could be decoded. */
  public long dropped() {
    return dropped.get();
  }

  /** Frees decoder and frames; packets that still arrive are ignored. Idempotent. */
  @Override
  public void close() {
    configure(Optional.empty());
    synchronized (decoderLock) {
      closed = true;
      closeDecoder();
    }
    source.close();
  }

  private ReorderWindow newWindow() {
    return new ReorderWindow(
        new ReorderWindow.Output() {
          @Override
          public void onPacket(
              int payloadType,
              byte[] buffer,
              int offset,
              int length,
              int timestamp,
              boolean marker) {
            Depacketizer next = depacketizerFor(codecs[payloadType]);
            if (next != null) {
              next.packet(buffer, offset, length, timestamp, marker);
            }
          }

          @Override
          public void onGap() {
            if (depacketizer != null) {
              depacketizer.gap();
            }
          }
        });
  }

  private @Nullable Depacketizer depacketizerFor(@Nullable VideoCodec wanted) {
    if (wanted == null) {
      return null;
    }
    if (wanted != codec) {
      codec = wanted;
      depacketizer =
          wanted == VideoCodec.H264
              ? new H264Depacketizer(new Pictures(wanted))
              : new Vp8Depacketizer(new Pictures(wanted));
    }
    return depacketizer;
  }

  /** Pictures that come out of a depacketiser, on the session's thread. */
  private final class Pictures implements Depacketizer.Output {
    private final VideoCodec pictureCodec;

    private Pictures(VideoCodec pictureCodec) {
      this.pictureCodec = pictureCodec;
    }

    @Override
    public void onPicture(EncodedPicture picture, int timestamp) {
      if (isPaused()) {
        lastFrameNanos = nowNanos;
        received.count(nowNanos);
      } else if (!gate.admits(picture.keyFrame(), nowNanos)) {
        dropped.incrementAndGet();
      } else if (queue.offer(picture, pictureCodec)) {
        decoding.signal();
      } else {
        onLoss();
        decoding.signal();
      }
    }

    @Override
    public void onLoss() {
      dropped.incrementAndGet();
      gate.lost(nowNanos);
    }
  }

  private boolean isPaused() {
    if (!hasFrame || source.isWatched()) {
      watchedNanos = nowNanos;
    }
    boolean idle = gate.canRequest() && nowNanos - watchedNanos >= LINGER_NANOS;
    if (paused && !idle) {
      gate.lost(nowNanos);
    }
    paused = idle;
    return idle;
  }

  private void decode() {
    synchronized (decoderLock) {
      while (!queue.isEmpty()) {
        if (!closed) {
          decodeHead();
        }
        queue.remove();
      }
    }
  }

  private void decodeHead() {
    VideoFrame frame = decoderFor(queue.headCodec()).decode(queue.head());
    long now = System.nanoTime();
    if (frame == null) {
      dropped.incrementAndGet();
      gate.lost(now);
      return;
    }
    Format current = format;
    if (frame.width() != current.width
        || frame.height() != current.height
        || !current.codec.equals(queue.headCodec().encodingName())) {
      format = new Format(queue.headCodec().encodingName(), frame.width(), frame.height());
    }
    source.publish(frame);
    received.count(now);
    lastFrameNanos = now;
    hasFrame = true;
  }

  private VideoDecoder decoderFor(VideoCodec wanted) {
    VideoDecoder current = decoder;
    if (current == null || current.codec() != wanted) {
      closeDecoder();
      current = new VideoDecoder(wanted, pool, ledger);
      decoder = current;
    }
    return current;
  }

  private void closeDecoder() {
    if (decoder != null) {
      decoder.close();
      decoder = null;
    }
  }
}
