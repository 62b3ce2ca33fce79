package org.plenum.media.video.frame;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A picture outside the Java heap with a count of its owners. Whoever gets a frame owns one
 * reference and releases it once; the last release gives the frame back to its pool. Pixels are
 * written by the first owner only, before the frame is shared; after that it is read-only and may
 * be read by any thread.
 *
 * <p>A <em>drawable</em> frame has I420 planes of its own, which it keeps while it rests in the
 * pool. A <em>decoded</em> frame is a shell around planes that belong to a decoder.
 */
public final class VideoFrame {

  private static final int PLANES = 3;
  private static final int ALIGNMENT = 64;

  private final VideoFramePool pool;
  private final AVFrame frame;
  private final PointerPointer<?> data;
  private final IntPointer strides;
  private final boolean drawable;
  private final MemorySegment[] planes;
  private final int[] planeStrides;
  private final AtomicInteger references = new AtomicInteger();

  /** A shell for a decoder to fill. */
  VideoFrame(VideoFramePool pool) {
    this(pool, allocate(), false);
  }

  /** A drawable frame; width and height in pixels, both even. */
  VideoFrame(VideoFramePool pool, int width, int height) {
    this(pool, allocate(width, height), true);
  }

  private VideoFrame(VideoFramePool pool, AVFrame frame, boolean drawable) {
    this.pool = pool;
    this.frame = frame;
    this.drawable = drawable;
    data = frame.data();
    strides = frame.linesize();
    planes = new MemorySegment[drawable ? PLANES : 0];
    planeStrides = new int[planes.length];
    for (int plane = 0; plane < planes.length; plane++) {
      planeStrides[plane] = strides.get(plane);
      planes[plane] =
          MemorySegment.ofAddress(frame.data(plane).address())
              .reinterpret((long) planeStrides[plane] * planeHeight(plane));
    }
  }

  private static AVFrame allocate() {
    AVFrame frame = av_frame_alloc();
    if (frame == null) {
      throw new OutOfMemoryError("video frame");
    }
    return frame;
  }

  private static AVFrame allocate(int width, int height) {
    AVFrame frame = allocate();
    frame.width(width);
    frame.height(height);
    frame.format(AV_PIX_FMT_YUV420P);
    if (av_frame_get_buffer(frame, ALIGNMENT) < 0) {
      av_frame_free(frame);
      throw new OutOfMemoryError("video frame of " + width + "x" + height);
    }
    return frame;
  }

  /** Width, pixels. */
  public int width() {
    return frame.width();
  }

  /** Height, pixels. */
  public int height() {
    return frame.height();
  }

  /** FFmpeg pixel format; I420 for drawable frames. */
  public int pixelFormat() {
    return frame.format();
  }

  /** True if {@link #plane} may be used. */
  public boolean isDrawable() {
    return drawable;
  }

  /** Pixels of a drawable frame: 0 is luma, 1 is Cb, 2 is Cr. */
  public MemorySegment plane(int index) {
    return planes[index];
  }

  /** Octets from one row of a drawable frame's plane to the next. */
  public int stride(int index) {
    return planeStrides[index];
  }

  /** The native frame; its owner may not keep it longer than its reference. */
  public AVFrame nativeFrame() {
    return frame;
  }

  /** Addresses of the planes as FFmpeg's functions take them. */
  public PointerPointer<?> nativeData() {
    return data;
  }

  /** Strides of the planes as FFmpeg's functions take them. */
  public IntPointer nativeStrides() {
    return strides;
  }

  /** Adds an owner. */
  public VideoFrame retain() {
    int before = references.getAndIncrement();
    if (before < 1) {
      references.decrementAndGet();
      throw new IllegalStateException("frame was released");
    }
    return this;
  }

  /** Ends one ownership. */
  public void release() {
    int left = references.decrementAndGet();
    if (left == 0) {
      pool.recycle(this);
    } else if (left < 0) {
      references.incrementAndGet();
      throw new IllegalStateException("frame was released too often");
    }
  }

  VideoFrame acquired() {
    references.set(1);
    return this;
  }

  void dropDecoded() {
    if (!drawable) {
      av_frame_unref(frame);
    }
  }

  void free() {
    av_frame_free(frame);
  }

  private int planeHeight(int plane) {
    return plane == 0 ? height() : height() / 2;
  }
}
