package org.plenum.media.video.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.NativeResource;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;

/**
 * A decoder that gives every picture at once, on the caller's thread. Its input comes from the
 * network: any octets are acceptable, at worst there is no picture. One thread at a time.
 */
public final class VideoDecoder implements AutoCloseable {

  /** Most pixels of a picture; a forged sequence header cannot make the decoder take more. */
  private static final int MAX_PIXELS = 1920 * 1200;

  private final VideoCodec codec;
  private final VideoFramePool pool;
  private final NativeLedger ledger;
  private final AVCodecContext context;
  private final AVPacket packet;
  private BytePointer input = new BytePointer(16 * 1024);
  private boolean closed;

  /**
   * Opens a decoder.
   *
   * @throws CodecUnavailableException if the native library has no such decoder
   */
  public VideoDecoder(VideoCodec codec, VideoFramePool pool, NativeLedger ledger) {
    this.codec = codec;
    this.pool = pool;
    this.ledger = ledger;
    String name = codec == VideoCodec.H264 ? "h264" : "vp8";
    AVCodec decoder = avcodec_find_decoder_by_name(name);
    if (decoder == null) {
      throw new CodecUnavailableException("the native codec library has no decoder " + name);
    }
    context = avcodec_alloc_context3(decoder);
    context.thread_count(1);
    context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
    context.max_pixels(MAX_PIXELS);
    int result = avcodec_open2(context, decoder, (AVDictionary) null);
    if (result < 0) {
      avcodec_free_context(context);
      throw new CodecUnavailableException(name + " does not open: error " + result);
    }
    packet = av_packet_alloc();
    ledger.opened(NativeResource.DECODER);
  }

  /** Codec that is decoded. */
  public VideoCodec codec() {
    return codec;
  }

  /**
   * Decodes one picture.
   *
   * @return the newest picture that became ready, owned by the caller; null if there is none,
   *     because the input was damaged or had only parameter sets
   */
  public @Nullable VideoFrame decode(EncodedPicture picture) {
    int length = picture.length();
    if (closed || length == 0) {
      return null;
    }
    ensureInput(length + AV_INPUT_BUFFER_PADDING_SIZE);
    input.put(picture.bytes(), 0, length);
    // The bit readers look beyond the end and must find zeros there.
    for (int i = 0; i < AV_INPUT_BUFFER_PADDING_SIZE; i++) {
      input.put((long) length + i, (byte) 0);
    }
    packet.data(input);
    packet.size(length);
    avcodec_send_packet(context, packet);
    return receive();
  }

  private @Nullable VideoFrame receive() {
    VideoFrame newest = null;
    while (true) {
      VideoFrame shell = pool.acquireShell();
      if (avcodec_receive_frame(context, shell.nativeFrame()) < 0) {
        shell.release();
        return newest;
      }
      if (newest != null) {
        newest.release();
      }
      newest = shell;
    }
  }

  private void ensureInput(int capacity) {
    if (input.capacity() < capacity) {
      input.close();
      input = new BytePointer(Math.max(capacity, (int) input.capacity() * 2));
    }
  }

  /** Frees the decoder; its pictures stay valid until they are released. Idempotent. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      avcodec_free_context(context);
      av_packet_free(packet);
      input.close();
      ledger.closed(NativeResource.DECODER);
    }
  }
}
