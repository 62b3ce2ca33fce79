package org.plenum.media.video;

import java.util.Optional;
import java.util.function.Consumer;
import org.plenum.media.conference.VideoStats;
import org.plenum.media.conference.VideoStream;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.rtp.VideoTransport;
import org.plenum.media.video.compose.VideoSender;
import org.plenum.media.video.compose.VideoWorkshop;
import org.plenum.media.video.receive.VideoReceiver;

/** Both directions of one endpoint's video. */
final class EndpointVideo implements VideoStream {

  private final String endpointId;
  private final VideoReceiver receiver;
  private final VideoSender sender;
  private final Consumer<VideoStream> onClosed;
  private volatile boolean closed;

  EndpointVideo(
      String endpointId,
      VideoTransport transport,
      VideoWorkshop workshop,
      Consumer<VideoStream> onClosed) {
    this.onClosed = onClosed;
    this.endpointId = endpointId;
    receiver =
        new VideoReceiver(transport, workshop.workers(), workshop.frames(), workshop.ledger());
    sender = new VideoSender(transport);
  }

  @Override
  public String endpointId() {
    return endpointId;
  }

  @Override
  public void configure(Optional<VideoPlan> plan) {
    if (!closed) {
      receiver.configure(plan);
      sender.configure(plan);
    }
  }

  @Override
  public void onPacket(RtpPacket packet, long arrivalNanos) {
    if (!closed) {
      receiver.onPacket(packet, arrivalNanos);
    }
  }

  @Override
  public void onKeyFrameRequested() {
    sender.onKeyFrameRequested();
  }

  @Override
  public void onSendBudget(int kbps) {
    sender.onSendBudget(kbps, System.nanoTime());
  }

  @Override
  public VideoStats stats() {
    long now = System.nanoTime();
    return new VideoStats(
        sender.codecName(),
        receiver.codecName(),
        sender.resolution(),
        receiver.resolution(),
        sender.framesPerSecond(now),
        receiver.framesPerSecond(now),
        receiver.dropped());
  }

  @Override
  public void close() {
    closed = true;
    sender.configure(Optional.empty());
    receiver.close();
    onClosed.accept(this);
  }

  VideoReceiver receiver() {
    return receiver;
  }

  VideoSender sender() {
    return sender;
  }

  boolean isClosed() {
    return closed;
  }
}
