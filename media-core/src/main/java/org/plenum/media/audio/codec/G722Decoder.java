package org.plenum.media.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ADPCM_G722;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;

/** G.722 at 64 kbit/s to samples, by FFmpeg (RFC 3551 section 4.5.2). */
final class G722Decoder implements AudioDecoder {

  private static final int SAMPLE_RATE = 16_000;
  private static final int MAX_PACKET = 1500;
  private static final float FULL_SCALE = 32_768;

  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final BytePointer input = new BytePointer(MAX_PACKET + AV_INPUT_BUFFER_PADDING_SIZE);
  private final short[] linear = new short[MAX_SAMPLES];
  private boolean closed;

  G722Decoder() {
    context = avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_ADPCM_G722));
    context.sample_rate(SAMPLE_RATE);
    context.ch_layout().nb_channels(1);
    input.zero();
    int status = avcodec_open2(context, context.codec(), (AVDictionary) null);
    if (status < 0) {
      close();
      throw new IllegalStateException("cannot open the G.722 decoder: FFmpeg says " + status);
    }
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, float[] output) {
    if (closed || length == 0 || length > MAX_PACKET) {
      return 0;
    }
    input.put(payload, offset, length);
    packet.data(input);
    packet.size(length);
    if (avcodec_send_packet(context, packet) < 0 || avcodec_receive_frame(context, frame) < 0) {
      return 0;
    }
    int samples = Math.min(frame.nb_samples(), MAX_SAMPLES);
    new ShortPointer(frame.data(0)).get(linear, 0, samples);
    for (int i = 0; i < samples; i++) {
      output[i] = linear[i] / FULL_SCALE;
    }
    return samples;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    avcodec_free_context(context);
    // The packet's octets belong to the input buffer, not to the packet.
    packet.data(null);
    av_packet_free(packet);
    av_frame_free(frame);
    input.close();
  }
}
