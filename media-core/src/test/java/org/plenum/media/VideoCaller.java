package org.plenum.media;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plenum.media.conference.VideoConference;
import org.plenum.media.conference.VideoPipeline;
import org.plenum.media.conference.VideoStats;
import org.plenum.media.conference.VideoStream;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.rtp.VideoTransport;
import org.plenum.media.testing.NoVideo;

/** Sends small video payloads all the time and asks for key frames. */
final class VideoCaller implements VideoPipeline {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final NoVideo rest = new NoVideo();

  /** Packets received by all streams. */
  int packets() {
    return rest.packets.get();
  }

  /** Key frames that the other sides asked for. */
  int keyFrameRequests() {
    return rest.keyFrameRequests.get();
  }

  @Override
  public VideoStream open(String endpointId, VideoTransport transport) {
    VideoStream quiet = rest.open(endpointId, transport);
    byte[] payload = new byte[500];
    var sending =
        timer.scheduleAtFixedRate(
            () -> {
              transport.send(97, 0, true, payload, 0, payload.length);
              transport.requestKeyFrame();
            },
            10,
            10,
            TimeUnit.MILLISECONDS);
    return new VideoStream() {
      @Override
      public String endpointId() {
        return endpointId;
      }

      @Override
      public void configure(Optional<VideoPlan> plan) {}

      @Override
      public VideoStats stats() {
        return VideoStats.NONE;
      }

      @Override
      public void onPacket(RtpPacket packet, long arrivalNanos) {
        quiet.onPacket(packet, arrivalNanos);
      }

      @Override
      public void onKeyFrameRequested() {
        quiet.onKeyFrameRequested();
      }

      @Override
      public void onSendBudget(int kbps) {}

      @Override
      public void close() {
        sending.cancel(false);
        quiet.close();
      }
    };
  }

  @Override
  public VideoConference createConference(String name, VideoConference.Listener listener) {
    return rest.createConference(name, listener);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
