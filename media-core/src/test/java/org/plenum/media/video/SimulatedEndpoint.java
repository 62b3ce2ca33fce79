package org.plenum.media.video;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.conference.VideoPipeline;
import org.plenum.media.conference.VideoStream;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.rtp.VideoTransport;
import org.plenum.media.video.codec.EncodedPicture;
import org.plenum.media.video.codec.EncoderFormat;
import org.plenum.media.video.codec.VideoDecoder;
import org.plenum.media.video.codec.VideoEncoder;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;
import org.plenum.media.video.layout.PixelRect;
import org.plenum.media.video.rtp.Depacketizer;
import org.plenum.media.video.rtp.H264Depacketizer;
import org.plenum.media.video.rtp.H264Packetizer;
import org.plenum.media.video.rtp.Packetizer;
import org.plenum.media.video.rtp.Payloads;
import org.plenum.media.video.rtp.Vp8Depacketizer;
import org.plenum.media.video.rtp.Vp8Packetizer;

/**
 * The far end of one stream: encodes pictures of one colour, decodes what comes back. Has frames
 * and codecs of its own, so that those of the pipeline can be counted.
 */
final class SimulatedEndpoint implements VideoTransport, Depacketizer.Output, AutoCloseable {

  private static final int PAYLOAD_TYPE = 97;

  private final NativeLedger ledger = new NativeLedger();
  private final VideoFramePool pool = new VideoFramePool(ledger);
  private final VideoFormat format;
  private final VideoStream stream;
  private final VideoFrame picture;
  private final VideoEncoder encoder;
  private final VideoDecoder decoder;
  private final Packetizer packetizer;
  private final Depacketizer depacketizer;
  private final EncodedPicture encoded = new EncodedPicture();
  private final Payloads payloads = new Payloads();
  private final RtpPacket packet = new RtpPacket();
  private IntPredicate losing = sequence -> false;
  private boolean keyFrameAsked = true;
  private int sequence = 65_500;
  private int frames;
  private int keyFrameRequests;
  private int receivedFrames;
  private int receivedKeyFrames;
  private int lastTimestamp;
  private int longestPayload;
  private @Nullable VideoFrame received;
  private String fault = "";

  SimulatedEndpoint(VideoPipeline pipeline, String id, VideoFormat format, int rgb) {
    this.format = format;
    VideoCodec codec = format.codec();
    picture = TestPictures.solid(pool, 640, 360, rgb);
    encoder = new VideoEncoder(new EncoderFormat(codec, 1, 640, 360, 30, 500), ledger);
    decoder = new VideoDecoder(codec, pool, ledger);
    packetizer = codec == VideoCodec.H264 ? new H264Packetizer(1) : new Vp8Packetizer();
    depacketizer =
        codec == VideoCodec.H264 ? new H264Depacketizer(this) : new Vp8Depacketizer(this);
    stream = pipeline.open(id, this);
    configure(1_500);
  }

  /** Starts over with a bit rate for what is received. */
  void configure(int kbps) {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("peer.invalid", 9);
    stream.configure(
        Optional.of(
            new VideoPlan(
                new StreamPlan(nowhere, nowhere, true, new Keying.None(), Direction.SENDRECV, kbps),
                format,
                PAYLOAD_TYPE,
                Map.of(PAYLOAD_TYPE, format),
                false,
                true,
                false)));
  }

  VideoStream stream() {
    return stream;
  }

  /** Chooses by sequence number which packets do not arrive. */
  synchronized void lose(IntPredicate sequences) {
    losing = sequences;
  }

  /** Sends one frame. */
  synchronized void sendFrame() {
    boolean key = keyFrameAsked;
    keyFrameAsked = false;
    if (!encoder.encode(picture, frames * 33L, key, encoded)) {
      return;
    }
    packetizer.packetize(encoded, payloads);
    int timestamp = frames++ * 3_000;
    for (int i = 0; i < payloads.count(); i++) {
      deliver(timestamp, i == payloads.count() - 1, payloads.offset(i), payloads.length(i));
    }
  }

  private void deliver(int timestamp, boolean marker, int offset, int length) {
    sequence = sequence + 1 & 0xFFFF;
    if (losing.test(sequence)) {
      return;
    }
    byte[] bytes =
        ByteBuffer.allocate(RtpPacket.FIXED_HEADER_LENGTH + length)
            .put((byte) 0x80)
            .put((byte) (PAYLOAD_TYPE | (marker ? 0x80 : 0)))
            .putShort((short) sequence)
            .putInt(timestamp)
            .putInt(4711)
            .put(payloads.buffer(), offset, length)
            .array();
    if (!packet.parse(bytes, 0, bytes.length)) {
      throw new AssertionError("built a packet that is none");
    }
    stream.onPacket(packet, System.nanoTime());
  }

  @Override
  public synchronized void send(
      int payloadType, int timestamp, boolean marker, byte[] buffer, int offset, int length) {
    longestPayload = Math.max(longestPayload, length);
    depacketizer.packet(buffer, offset, length, timestamp, marker);
  }

  @Override
  public synchronized void requestKeyFrame() {
    keyFrameRequests++;
    keyFrameAsked = true;
  }

  @Override
  public synchronized void onPicture(EncodedPicture encodedPicture, int timestamp) {
    if (receivedFrames++ > 0 && timestamp - lastTimestamp <= 0) {
      fault = "timestamp went from " + lastTimestamp + " to " + timestamp;
    }
    lastTimestamp = timestamp;
    receivedKeyFrames += encodedPicture.keyFrame() ? 1 : 0;
    VideoFrame frame = decoder.decode(encodedPicture);
    if (frame != null) {
      dropReceived();
      received = frame;
    }
  }

  @Override
  public synchronized void onLoss() {
    fault = "a picture was damaged on its way from the pipeline";
  }

  synchronized int receivedFrames() {
    return receivedFrames;
  }

  synchronized int receivedKeyFrames() {
    return receivedKeyFrames;
  }

  synchronized int keyFrameRequests() {
    return keyFrameRequests;
  }

  synchronized int longestPayload() {
    return longestPayload;
  }

  /** What was wrong with what the pipeline sent; empty if nothing was. */
  synchronized String fault() {
    return fault;
  }

  /** Size of the last received picture. */
  synchronized String receivedResolution() {
    return received == null ? "" : received.width() + "x" + received.height();
  }

  /** Mean colour of a part of the last received picture; -1 if there is none. */
  synchronized int receivedColour(PixelRect area) {
    return received == null ? -1 : TestPictures.meanColour(received, area);
  }

  private void dropReceived() {
    if (received != null) {
      received.release();
      received = null;
    }
  }

  @Override
  public void close() {
    stream.close();
    synchronized (this) {
      dropReceived();
      picture.release();
      encoder.close();
      decoder.close();
      pool.close();
    }
  }
}
