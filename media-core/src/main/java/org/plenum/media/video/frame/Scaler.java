package org.plenum.media.video.frame;

import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.jspecify.annotations.Nullable;

/**
 * Scales pictures, and converts other pixel formats to I420. Keeps the filter tables of the last
 * pair of sizes. One thread at a time.
 */
public final class Scaler implements AutoCloseable {

  private final NativeLedger ledger;
  private @Nullable SwsContext context;
  private int sourceWidth;
  private int sourceHeight;
  private int sourceFormat;
  private int targetWidth;
  private int targetHeight;

  public Scaler(NativeLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Fills all of a drawable frame with all of another frame.
   *
   * @return false if the source's pixel format cannot be converted
   */
  public boolean scale(VideoFrame source, VideoFrame target) {
    SwsContext tables = tablesFor(source, target);
    if (tables == null) {
      return false;
    }
    return sws_scale(
            tables,
            source.nativeData(),
            source.nativeStrides(),
            0,
            source.height(),
            target.nativeData(),
            target.nativeStrides())
        > 0;
  }

  /** Frees the filter tables; the scaler may be used again. */
  @Override
  public void close() {
    if (context != null) {
      sws_freeContext(context);
      ledger.closed(NativeResource.SCALER);
      context = null;
    }
  }

  private @Nullable SwsContext tablesFor(VideoFrame source, VideoFrame target) {
    if (context != null
        && source.width() == sourceWidth
        && source.height() == sourceHeight
        && source.pixelFormat() == sourceFormat
        && target.width() == targetWidth
        && target.height() == targetHeight) {
      return context;
    }
    close();
    sourceWidth = source.width();
    sourceHeight = source.height();
    sourceFormat = source.pixelFormat();
    targetWidth = target.width();
    targetHeight = target.height();
    // Averaging areas keeps a shrunk picture free of shimmer at the price of bilinear; for
    // enlarging it would show blocks.
    int flags = targetWidth < sourceWidth ? SWS_AREA : SWS_FAST_BILINEAR;
    context =
        sws_getContext(
            sourceWidth,
            sourceHeight,
            sourceFormat,
            targetWidth,
            targetHeight,
            target.pixelFormat(),
            flags,
            null,
            null,
            (double[]) null);
    if (context != null) {
      ledger.opened(NativeResource.SCALER);
    }
    return context;
  }
}
