package org.plenum.media.video.compose;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.VideoTransport;
import org.plenum.media.video.codec.EncoderFormat;
import org.plenum.media.video.rtp.Payloads;
import org.plenum.media.video.schedule.RateMeter;

/**
 * The sending half of one stream: takes pictures from the encoder group that it follows. When it is
 * told to follow another group it goes on with the old one until the new one gives a key frame, so
 * that the picture never stops. Any thread.
 */
public final class VideoSender {

  private static final int TICKS_PER_MILLI = VideoCodec.CLOCK_RATE / 1_000;

  private final VideoTransport transport;
  private final int timestampOffset = ThreadLocalRandom.current().nextInt();
  private final SendBudget budget = new SendBudget();
  private final RateMeter sent = new RateMeter();
  private @Nullable VideoFormat limits;
  private int payloadType;
  private long lastMillis = Long.MIN_VALUE;
  private @Nullable EncoderGroup followed;
  private @Nullable EncoderGroup active;
  private @Nullable EncoderFormat sentFormat;
  private volatile @Nullable EncoderFormat format;

  public VideoSender(VideoTransport transport) {
    this.transport = transport;
  }

  /** Sets what may be sent; nothing without a plan or if it does not send. */
  public synchronized void configure(Optional<VideoPlan> plan) {
    Optional<VideoPlan> sending = plan.filter(p -> p.stream().direction().sends());
    VideoFormat before = limits;
    limits = sending.map(VideoPlan::send).orElse(null);
    sending.ifPresent(
        p -> {
          payloadType = p.sendPayloadType();
          budget.limit(p.stream().maxSendKbps());
        });
    if (limits == null || before == null || !sameBitstream(before, limits)) {
      active = null;
      sentFormat = null;
    }
    if (limits == null) {
      followed = null;
    }
    chooseFormat();
  }

  /** Takes an estimate of what may be sent, kilobit/s. */
  public synchronized void onSendBudget(int kbps, long nowNanos) {
    budget.estimate(kbps, nowNanos);
    chooseFormat();
  }

  /** The other side needs a key frame; ignored while nothing is sent. */
  public void onKeyFrameRequested() {
    EncoderGroup group;
    synchronized (this) {
      group = active;
    }
    if (group != null) {
      group.requestKeyFrame();
    }
  }

  /** Encoding name of what is sent; empty if nothing is. */
  public synchronized String codecName() {
    return active == null || limits == null ? "" : limits.codec().encodingName();
  }

  /** Size of what is sent, for example {@code 1280x720}; empty if nothing is. */
  public synchronized String resolution() {
    return active == null || sentFormat == null ? "" : sentFormat.resolution();
  }

  /** Pictures sent in the last second. */
  public int framesPerSecond(long now) {
    return sent.perSecond(now);
  }

  /** The format in which this sender wants to be served; null if it sends nothing. */
  public @Nullable EncoderFormat format() {
    return format;
  }

  /** Stops sending until a conference serves this sender again. */
  public void unfollow() {
    follow(null);
  }

  /** Chooses where pictures come from; null stops at once. */
  synchronized void follow(@Nullable EncoderGroup group) {
    followed = group;
    if (group == null) {
      active = null;
    }
  }

  /** The group that was chosen last. */
  synchronized @Nullable EncoderGroup followed() {
    return followed;
  }

  /** True if the group may still have to serve this sender. */
  synchronized boolean uses(EncoderGroup group) {
    return followed == group || active == group;
  }

  /** Sends a picture if it comes from the right group. */
  synchronized void deliver(
      EncoderGroup from,
      EncoderFormat pictureFormat,
      boolean keyFrame,
      Payloads payloads,
      long nanos) {
    if (active != from) {
      if (followed != from || !keyFrame || !canTake(pictureFormat)) {
        return;
      }
      active = from;
    }
    // A slow key frame of a new group may be older than the last picture of the former one.
    lastMillis = Math.max(lastMillis + 1, TimeUnit.NANOSECONDS.toMillis(nanos));
    int timestamp = timestampOffset + (int) (lastMillis * TICKS_PER_MILLI);
    int last = payloads.count() - 1;
    for (int i = 0; i <= last; i++) {
      transport.send(
          payloadType,
          timestamp,
          i == last,
          payloads.buffer(),
          payloads.offset(i),
          payloads.length(i));
    }
    sent.count(nanos);
    sentFormat = pictureFormat;
  }

  private void chooseFormat() {
    VideoFormat current = limits;
    format = current == null ? null : SendLadder.format(current, budget.rateKbps());
  }

  private boolean canTake(EncoderFormat picture) {
    EncoderFormat wanted = format;
    return wanted != null
        && picture.codec() == wanted.codec()
        && picture.packetizationMode() == wanted.packetizationMode();
  }

  private static boolean sameBitstream(VideoFormat one, VideoFormat other) {
    return one.codec() == other.codec() && one.packetizationMode() == other.packetizationMode();
  }
}
