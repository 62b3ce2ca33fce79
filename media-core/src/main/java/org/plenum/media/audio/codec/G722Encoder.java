package org.plenum.media.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ADPCM_G722;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.ShortPointer;

/** Samples to G.722 at 64 kbit/s, by FFmpeg (RFC 3551 section 4.5.2). */
final class G722Encoder implements AudioEncoder {

  private static final int SAMPLE_RATE = 16_000;
  private static final float FULL_SCALE = 32_768;

  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final short[] linear;
  private boolean closed;

  /**
   * Creates an encoder.
   *
   * @param packetSamples samples per packet, even
   */
  G722Encoder(int packetSamples) {
    linear = new short[packetSamples];
    context = avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_ADPCM_G722));
    context.sample_rate(SAMPLE_RATE);
    context.sample_fmt(AV_SAMPLE_FMT_S16);
    context.frame_size(packetSamples);
    av_channel_layout_default(context.ch_layout(), 1);
    int status = avcodec_open2(context, context.codec(), (AVDictionary) null);
    if (status >= 0) {
      frame.nb_samples(packetSamples);
      frame.format(AV_SAMPLE_FMT_S16);
      frame.sample_rate(SAMPLE_RATE);
      av_channel_layout_default(frame.ch_layout(), 1);
      status = av_frame_get_buffer(frame, 0);
    }
    if (status < 0) {
      close();
      throw new IllegalStateException("cannot open the G.722 encoder: FFmpeg says " + status);
    }
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int encode(float[] samples, int count, byte[] output) {
    if (closed || count != linear.length || av_frame_make_writable(frame) < 0) {
      return 0;
    }
    for (int i = 0; i < count; i++) {
      linear[i] =
          (short) Math.clamp(Math.round(samples[i] * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    new ShortPointer(frame.data(0)).put(linear, 0, count);
    if (avcodec_send_frame(context, frame) < 0 || avcodec_receive_packet(context, packet) < 0) {
      return 0;
    }
    int length = Math.min(packet.size(), MAX_PAYLOAD);
    packet.data().get(output, 0, length);
    av_packet_unref(packet);
    return length;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    avcodec_free_context(context);
    av_packet_free(packet);
    av_frame_free(frame);
  }
}
