package org.plenum.media.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;
import org.plenum.media.video.codec.EncodedPicture;
import org.plenum.media.video.codec.EncoderFormat;
import org.plenum.media.video.codec.VideoDecoder;
import org.plenum.media.video.codec.VideoEncoder;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.Scaler;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;
import org.plenum.media.video.layout.OverlayArtist;
import org.plenum.media.video.layout.PixelRect;
import org.plenum.media.video.layout.Scene;

/** Time per picture of each step of the video path, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class VideoBenchmark {

  private static final int CLIP = 30;

  @Param({"1280x720", "640x360"})
  public String size;

  @Param({"H264", "VP8"})
  public VideoCodec codec;

  private final NativeLedger ledger = new NativeLedger();
  private final VideoFramePool pool = new VideoFramePool(ledger);
  private final List<VideoFrame> clip = new ArrayList<>();
  private final List<EncodedPicture> pictures = new ArrayList<>();
  private final List<Scaler> scalers = new ArrayList<>();
  private final EncodedPicture output = new EncodedPicture();
  private VideoEncoder encoder;
  private VideoDecoder decoder;
  private Scene scene;
  private VideoFrame[] tiles;
  private int[] opacities;
  private VideoFrame canvas;
  private int step;

  /** Paints and encodes a clip that plays forth and back, beginning with a key frame. */
  @Setup
  public void open() {
    int width = Integer.parseInt(size.split("x")[0]);
    int height = Integer.parseInt(size.split("x")[1]);
    EncoderFormat format =
        new EncoderFormat(codec, 1, width, height, 30, width == 1280 ? 1_600 : 700);
    try (VideoEncoder recorder = new VideoEncoder(format, ledger)) {
      for (int i = 0; i < CLIP; i++) {
        clip.add(TestPictures.moving(pool, width, height, i));
        EncodedPicture picture = new EncodedPicture();
        recorder.encode(clip.get(i), i * 33L, false, picture);
        pictures.add(picture);
      }
    }
    encoder = new VideoEncoder(format, ledger);
    decoder = new VideoDecoder(codec, pool, ledger);
    openScene(width, height);
  }

  private void openScene(int width, int height) {
    View view =
        new View(Layout.ONE_MAIN_SEVEN_PIPS, List.of("a", "b", "c", "d", "e", "f", "g", "h"), 3, 2);
    scene = new Scene(view, width, height, Optional.of(OverlayArtist.create()));
    canvas = pool.acquire(width, height);
    tiles = new VideoFrame[scene.places()];
    opacities = new int[tiles.length];
    Arrays.fill(opacities, 255);
    for (int i = 0; i < tiles.length; i++) {
      PixelRect area = scene.area(i);
      tiles[i] = pool.acquire(area.width(), area.height());
      scalers.add(new Scaler(ledger));
    }
  }

  /** Frees all native memory. */
  @TearDown
  public void close() {
    encoder.close();
    decoder.close();
    scene.close();
    scalers.forEach(Scaler::close);
    pool.close();
  }

  /** Decodes one picture. */
  @Benchmark
  public boolean decode() {
    VideoFrame frame = decoder.decode(pictures.get(step++ % CLIP));
    if (frame != null) {
      frame.release();
    }
    return frame != null;
  }

  /** Scales seven thumbnails and composes 1+7 with indicators. */
  @Benchmark
  public void compose() {
    VideoFrame source = clip.get(step++ % CLIP);
    for (int i = 1; i < tiles.length; i++) {
      scalers.get(i).scale(source, tiles[i]);
    }
    VideoFrame placeholder = tiles[0];
    tiles[0] = source;
    scene.draw(canvas, tiles, opacities);
    tiles[0] = placeholder;
  }

  /** Encodes one picture. */
  @Benchmark
  public boolean encode() {
    int i = step++;
    int position = i % (2 * CLIP - 2);
    VideoFrame frame = clip.get(position < CLIP ? position : 2 * CLIP - 2 - position);
    return encoder.encode(frame, i * 33L, false, output);
  }
}
