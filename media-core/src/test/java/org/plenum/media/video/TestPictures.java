package org.plenum.media.video;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;
import org.plenum.media.video.layout.PixelRect;
import org.plenum.media.video.layout.Yuv;

/** Paints, measures and stores pictures for tests. */
public final class TestPictures {

  private TestPictures() {}

  /** A picture of one colour, {@code 0xRRGGBB}. */
  public static VideoFrame solid(VideoFramePool pool, int width, int height, int rgb) {
    VideoFrame frame = pool.acquire(width, height);
    Yuv yuv = Yuv.ofRgb(rgb);
    int[] values = {yuv.luma(), yuv.cb(), yuv.cr()};
    for (int plane = 0; plane < 3; plane++) {
      frame.plane(plane).fill((byte) values[plane]);
    }
    return frame;
  }

  /** A scene with gradients, texture and something that moves with {@code step}. */
  public static VideoFrame moving(VideoFramePool pool, int width, int height, int step) {
    VideoFrame frame = pool.acquire(width, height);
    double centreX = width * (0.5 + 0.2 * Math.sin(step * 0.1));
    double radius = height * 0.3;
    for (int plane = 0; plane < 3; plane++) {
      int scale = plane == 0 ? 1 : 2;
      for (int y = 0; y < height / scale; y++) {
        for (int x = 0; x < width / scale; x++) {
          double dx = x * scale - centreX;
          double dy = y * scale - height * 0.5;
          boolean inside = dx * dx + dy * dy < radius * radius;
          frame
              .plane(plane)
              .set(
                  JAVA_BYTE,
                  (long) y * frame.stride(plane) + x,
                  (byte) value(plane, inside, x * scale, y * scale, (int) dx, (int) dy));
        }
      }
    }
    return frame;
  }

  private static int value(int plane, boolean inside, int x, int y, int dx, int dy) {
    return switch (plane) {
      case 0 ->
          inside
              ? 160 + (int) (25 * Math.sin(dx * 0.15) * Math.cos(dy * 0.12))
              : 70 + y / 12 + (int) (12 * Math.sin(x * 0.05) * Math.sin(y * 0.07));
      case 1 -> inside ? 108 : 138;
      default -> inside ? 152 : 118;
    };
  }

  /** Mean colour of an area of an I420 picture, {@code 0xRRGGBB}. */
  public static int meanColour(VideoFrame frame, PixelRect area) {
    long[] sums = new long[3];
    for (int y = area.y(); y < area.y() + area.height(); y++) {
      for (int x = area.x(); x < area.x() + area.width(); x++) {
        int rgb = rgb(frame, x, y);
        sums[0] += rgb >> 16;
        sums[1] += rgb >> 8 & 0xFF;
        sums[2] += rgb & 0xFF;
      }
    }
    long pixels = (long) area.width() * area.height();
    return (int) (sums[0] / pixels << 16 | sums[1] / pixels << 8 | sums[2] / pixels);
  }

  /** Largest difference of red, green and blue. */
  public static int distance(int rgb, int other) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      distance = Math.max(distance, Math.abs((rgb >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return distance;
  }

  /** Peak signal-to-noise ratio of luma, dB. */
  public static double psnr(VideoFrame one, VideoFrame other) {
    double squares = 0;
    for (int y = 0; y < one.height(); y++) {
      for (int x = 0; x < one.width(); x++) {
        double difference = sample(one, 0, x, y) - sample(other, 0, x, y);
        squares += difference * difference;
      }
    }
    double mean = squares / ((double) one.width() * one.height());
    return mean == 0 ? 99 : 10 * Math.log10(255 * 255 / mean);
  }

  /** Writes a picture below {@code target/pictures}, to be looked at. */
  public static void store(VideoFrame frame, String name) throws IOException {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        image.setRGB(x, y, rgb(frame, x, y));
      }
    }
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
  }

  private static int rgb(VideoFrame frame, int x, int y) {
    double luma = 1.164 * (sample(frame, 0, x, y) - 16);
    double cb = sample(frame, 1, x / 2, y / 2) - 128;
    double cr = sample(frame, 2, x / 2, y / 2) - 128;
    return clamp(luma + 1.596 * cr) << 16
        | clamp(luma - 0.392 * cb - 0.813 * cr) << 8
        | clamp(luma + 2.017 * cb);
  }

  private static int clamp(double value) {
    return (int) Math.clamp(Math.round(value), 0, 255);
  }

  /** Works for decoded frames too, which have no segments. */
  private static int sample(VideoFrame frame, int plane, int x, int y) {
    int stride = frame.nativeStrides().get(plane);
    return frame.nativeFrame().data(plane).get((long) y * stride + x) & 0xFF;
  }
}
