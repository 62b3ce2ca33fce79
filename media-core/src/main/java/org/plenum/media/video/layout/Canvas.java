package org.plenum.media.video.layout;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.plenum.media.video.frame.VideoFrame;

/**
 * Draws on a drawable frame that nobody else sees yet. One thread at a time; allocates nothing per
 * frame.
 */
public final class Canvas implements AutoCloseable {

  private static final int PLANES = 3;
  private static final int OPAQUE = 255;
  private static final int[][] SQUARE = new int[0][0];

  private final LongPointer addresses = new LongPointer(4);
  private final PointerPointer<?> target = new PointerPointer<>(addresses);

  /** Fills a rectangle. */
  public void fill(VideoFrame canvas, PixelRect area, Yuv colour) {
    fill(canvas, area, colour, SQUARE, SQUARE);
  }

  void fillRounded(VideoFrame canvas, PixelRect area, Yuv colour, RoundedCorner corner) {
    fill(canvas, area, colour, corner.of(0), corner.of(1));
  }

  /** Copies all of an I420 picture to a place with even coordinates. */
  public void copy(VideoFrame canvas, VideoFrame picture, int x, int y) {
    for (int plane = 0; plane < PLANES; plane++) {
      int shift = plane == 0 ? 0 : 1;
      long offset = (long) (y >> shift) * canvas.stride(plane) + (x >> shift);
      addresses.put(plane, canvas.plane(plane).address() + offset);
    }
    av_image_copy(
        target,
        canvas.nativeStrides(),
        picture.nativeData(),
        picture.nativeStrides(),
        AV_PIX_FMT_YUV420P,
        picture.width(),
        picture.height());
  }

  /**
   * Lays a drawable picture over the canvas.
   *
   * @param opacity 0-255
   */
  void drawRounded(
      VideoFrame canvas, VideoFrame picture, int x, int y, RoundedCorner corner, int opacity) {
    for (int plane = 0; plane < PLANES; plane++) {
      int shift = plane == 0 ? 0 : 1;
      int[][] coverage = corner.of(plane);
      int width = picture.width() >> shift;
      int height = picture.height() >> shift;
      MemorySegment from = picture.plane(plane);
      MemorySegment to = canvas.plane(plane);
      for (int row = 0; row < height; row++) {
        long source = (long) row * picture.stride(plane);
        long start = (long) ((y >> shift) + row) * canvas.stride(plane) + (x >> shift);
        int edge = Math.min(row, height - 1 - row);
        int corners = edge < coverage.length ? coverage.length : 0;
        for (int i = 0; i < corners; i++) {
          int mix = coverage[edge][i] * opacity / OPAQUE;
          blend(to, start + i, from.get(JAVA_BYTE, source + i), mix);
          int mirrored = width - 1 - i;
          blend(to, start + mirrored, from.get(JAVA_BYTE, source + mirrored), mix);
        }
        if (opacity == OPAQUE) {
          MemorySegment.copy(from, source + corners, to, start + corners, width - 2L * corners);
        } else {
          for (int i = corners; i < width - corners; i++) {
            blend(to, start + i, from.get(JAVA_BYTE, source + i), opacity);
          }
        }
      }
    }
  }

  /** Lays a drawing over the canvas. */
  void draw(VideoFrame canvas, Patch patch) {
    for (int index = 0; index < PLANES; index++) {
      int shift = index == 0 ? 0 : 1;
      Patch.Plane plane = patch.plane(index);
      MemorySegment to = canvas.plane(index);
      for (int row = 0; row < plane.height(); row++) {
        long start =
            (long) ((patch.area().y() >> shift) + row) * canvas.stride(index)
                + (patch.area().x() >> shift);
        int source = row * plane.width();
        for (int i = 0; i < plane.width(); i++) {
          int opacity = plane.opacities()[source + i] & 0xFF;
          if (opacity != 0) {
            blend(to, start + i, plane.values()[source + i], opacity);
          }
        }
      }
    }
  }

  /** Frees the little native memory that the canvas needs. */
  @Override
  public void close() {
    target.close();
    addresses.close();
  }

  private static void fill(
      VideoFrame canvas, PixelRect area, Yuv colour, int[][] lumaCorner, int[][] chromaCorner) {
    for (int plane = 0; plane < PLANES; plane++) {
      int shift = plane == 0 ? 0 : 1;
      int[][] coverage = plane == 0 ? lumaCorner : chromaCorner;
      byte value = (byte) colour.of(plane);
      int width = area.width() >> shift;
      int height = area.height() >> shift;
      MemorySegment to = canvas.plane(plane);
      for (int row = 0; row < height; row++) {
        long start =
            (long) ((area.y() >> shift) + row) * canvas.stride(plane) + (area.x() >> shift);
        int edge = Math.min(row, height - 1 - row);
        int corners = edge < coverage.length ? coverage.length : 0;
        for (int i = 0; i < corners; i++) {
          blend(to, start + i, value, coverage[edge][i]);
          blend(to, start + width - 1 - i, value, coverage[edge][i]);
        }
        to.asSlice(start + corners, width - 2L * corners).fill(value);
      }
    }
  }

  private static void blend(MemorySegment plane, long index, byte value, int opacity) {
    if (opacity == OPAQUE) {
      plane.set(JAVA_BYTE, index, value);
    } else {
      int below = plane.get(JAVA_BYTE, index) & 0xFF;
      int mixed = below * (OPAQUE - opacity) + (value & 0xFF) * opacity;
      plane.set(JAVA_BYTE, index, (byte) (mixed / OPAQUE));
    }
  }
}
