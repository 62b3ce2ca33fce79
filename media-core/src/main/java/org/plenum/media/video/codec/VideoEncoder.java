package org.plenum.media.video.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.NativeResource;
import org.plenum.media.video.frame.VideoFrame;

/**
 * A real-time encoder: one picture in, one picture out, no delay, on the caller's thread. The bit
 * rate cannot be changed while the encoder lives (neither native wrapper can); open another one.
 * One thread at a time.
 */
public final class VideoEncoder implements AutoCloseable {

  /** Longest NAL unit that H.264 in packetisation mode 0 gives, octets. */
  public static final int MAX_SLICE_LENGTH = 1_200;

  /** Pictures between key frames that nobody asked for; helps peers without RTCP feedback. */
  private static final int KEY_FRAME_INTERVAL_SECONDS = 10;

  private static final int TIME_BASE_HZ = 1_000;

  private final NativeLedger ledger;
  private final AVCodecContext context;
  private final AVFrame input;
  private final AVPacket output;
  private boolean closed;

  /**
   * Opens an encoder.
   *
   * @throws CodecUnavailableException if the native library has no such encoder
   */
  public VideoEncoder(EncoderFormat format, NativeLedger ledger) {
    this.ledger = ledger;
    String name = format.codec() == VideoCodec.H264 ? "libopenh264" : "libvpx";
    AVCodec codec = avcodec_find_encoder_by_name(name);
    if (codec == null) {
      throw new CodecUnavailableException("the native codec library has no encoder " + name);
    }
    context = avcodec_alloc_context3(codec);
    configure(format);
    AVDictionary options = options(format);
    int result = avcodec_open2(context, codec, options);
    av_dict_free(options);
    if (result < 0) {
      avcodec_free_context(context);
      throw new CodecUnavailableException(name + " refuses " + format + ": error " + result);
    }
    input = av_frame_alloc();
    output = av_packet_alloc();
    ledger.opened(NativeResource.ENCODER);
  }

  private void configure(EncoderFormat format) {
    long bitsPerSecond = format.kbps() * 1_000L;
    context.width(format.width());
    context.height(format.height());
    context.pix_fmt(AV_PIX_FMT_YUV420P);
    context.time_base().num(1).den(TIME_BASE_HZ);
    context.framerate().num(format.fps()).den(1);
    context.bit_rate(bitsPerSecond);
    context.rc_max_rate(bitsPerSecond);
    context.rc_buffer_size((int) bitsPerSecond);
    context.gop_size(KEY_FRAME_INTERVAL_SECONDS * format.fps());
    context.max_b_frames(0);
    context.thread_count(1);
    if (format.codec() == VideoCodec.VP8) {
      context.qmin(4);
      context.qmax(56);
    }
  }

  private static AVDictionary options(EncoderFormat format) {
    AVDictionary options = new AVDictionary(null);
    if (format.codec() == VideoCodec.H264) {
      av_dict_set(options, "profile", "constrained_baseline", 0);
      av_dict_set(options, "rc_mode", "bitrate", 0);
      if (format.packetizationMode() == 0) {
        // Mode 0 cannot fragment: every slice has to fit one packet (RFC 6184 section 6.2).
        av_dict_set(options, "max_nal_size", Integer.toString(MAX_SLICE_LENGTH), 0);
      }
    } else {
      av_dict_set(options, "deadline", "realtime", 0);
      av_dict_set(options, "lag-in-frames", "0", 0);
      // The fastest setting: takes 40 % of the time of 8 and loses nothing that could be measured.
      // Blocks that hardly change are not searched for motion.
      av_dict_set(options, "cpu-used", "16", 0);
      av_dict_set(options, "static-thresh", "100", 0);
      av_dict_set(options, "max-intra-rate", "600", 0);
    }
    return options;
  }

  /**
   * Compresses one picture of the format's size.
   *
   * @param millis capture time; must rise from call to call
   * @param keyFrame true to make this picture a key frame
   * @param picture receives the result
   * @return false if the encoder gave nothing for this picture
   */
  public boolean encode(VideoFrame frame, long millis, boolean keyFrame, EncodedPicture picture) {
    picture.clear();
    // A shell of its own: two encoders may read the same frame with different picture types.
    if (closed || av_frame_ref(input, frame.nativeFrame()) < 0) {
      return false;
    }
    input.pts(millis);
    input.pict_type(keyFrame ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
    int sent = avcodec_send_frame(context, input);
    av_frame_unref(input);
    if (sent < 0) {
      return false;
    }
    boolean complete = false;
    while (avcodec_receive_packet(context, output) == 0) {
      complete = take(picture);
      av_packet_unref(output);
    }
    return complete;
  }

  private boolean take(EncodedPicture picture) {
    int start = picture.length();
    int size = output.size();
    if (!picture.appendSpace(size)) {
      return false;
    }
    output.data().get(picture.bytes(), start, size);
    picture.keyFrame((output.flags() & AV_PKT_FLAG_KEY) != 0);
    return size > 0;
  }

  /** Frees the encoder. Idempotent. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      avcodec_free_context(context);
      av_frame_free(input);
      av_packet_free(output);
      ledger.closed(NativeResource.ENCODER);
    }
  }
}
