package org.plenum.media.testing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.media.conference.VideoConference;
import org.plenum.media.conference.VideoPipeline;
import org.plenum.media.conference.VideoStats;
import org.plenum.media.conference.VideoStream;
import org.plenum.media.conference.View;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.rtp.VideoTransport;

/** A pipeline that counts what is open and what arrives, for tests of everything around it. */
public final class NoVideo implements VideoPipeline {

  public final AtomicInteger openStreams = new AtomicInteger();
  public final AtomicInteger packets = new AtomicInteger();
  public final AtomicInteger keyFrameRequests = new AtomicInteger();

  @Override
  public VideoStream open(String endpointId, VideoTransport transport) {
    openStreams.incrementAndGet();
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
        packets.incrementAndGet();
      }

      @Override
      public void onKeyFrameRequested() {
        keyFrameRequests.incrementAndGet();
      }

      @Override
      public void onSendBudget(int kbps) {}

      @Override
      public void close() {
        openStreams.decrementAndGet();
      }
    };
  }

  @Override
  public VideoConference createConference(String name, VideoConference.Listener listener) {
    return new VideoConference() {
      @Override
      public void add(VideoStream stream) {}

      @Override
      public void remove(VideoStream stream) {}

      @Override
      public void setView(VideoStream stream, View view) {}

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
