package org.plenum.media.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plenum.media.conference.VideoConference;
import org.plenum.media.conference.VideoPipeline;
import org.plenum.media.conference.VideoStream;
import org.plenum.media.rtp.VideoTransport;
import org.plenum.media.video.compose.VideoWorkshop;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFramePool;
import org.plenum.media.video.layout.OverlayArtist;
import org.plenum.media.video.schedule.FrameClock;
import org.plenum.media.video.schedule.FrameRateGovernor;
import org.plenum.media.video.schedule.WorkPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The video pipeline on FFmpeg's native codecs (OpenH264, libvpx). */
public final class NativeVideoPipeline implements VideoPipeline {

  private static final Logger LOG = LoggerFactory.getLogger(NativeVideoPipeline.class);

  /** Each stream and composition has at most one task waiting; this bounds their number. */
  private static final int MAX_WAITING_TASKS = 4_096;

  private final NativeLedger ledger = new NativeLedger();
  private final VideoFramePool frames = new VideoFramePool(ledger);
  private final WorkPool workers;
  private final FrameClock clock = new FrameClock();
  private final VideoWorkshop workshop;
  private final Set<VideoStream> streams = ConcurrentHashMap.newKeySet();
  private final Set<VideoConference> conferences = ConcurrentHashMap.newKeySet();

  /**
   * Starts the pipeline.
   *
   * @param threads threads that decode, compose and encode
   */
  public NativeVideoPipeline(int threads) {
    // Damaged packets are a normal event here; FFmpeg would write a line for each to stderr.
    av_log_set_level(AV_LOG_FATAL);
    workers = new WorkPool(threads, MAX_WAITING_TASKS);
    workshop = new VideoWorkshop(workers, frames, ledger, new FrameRateGovernor(), createArtist());
  }

  private static Optional<OverlayArtist> createArtist() {
    try {
      return Optional.of(OverlayArtist.create());
    } catch (IllegalStateException e) {
      LOG.warn("video is composed without text and icons: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public VideoStream open(String endpointId, VideoTransport transport) {
    EndpointVideo stream = new EndpointVideo(endpointId, transport, workshop, streams::remove);
    streams.add(stream);
    return stream;
  }

  @Override
  public VideoConference createConference(String name, VideoConference.Listener listener) {
    ConferenceVideo conference =
        new ConferenceVideo(name, listener, workshop, clock, conferences::remove);
    conferences.add(conference);
    return conference;
  }

  /** Frames, scalers, decoders and encoders outside the Java heap; zero after closing. */
  public NativeLedger ledger() {
    return ledger;
  }

  /** Frames in use now; idle ones in the pool do not count. */
  public int framesInUse() {
    return frames.outstanding();
  }

  @Override
  public void close() {
    conferences.forEach(VideoConference::close);
    clock.close();
    streams.forEach(VideoStream::close);
    workers.close();
    frames.close();
  }
}
