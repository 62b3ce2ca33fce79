package org.plenum.media.video.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.rtp.VideoTransport;
import org.plenum.media.video.TestPictures;
import org.plenum.media.video.codec.EncodedPicture;
import org.plenum.media.video.codec.EncoderFormat;
import org.plenum.media.video.codec.VideoEncoder;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;
import org.plenum.media.video.rtp.Payloads;
import org.plenum.media.video.rtp.Vp8Packetizer;
import org.plenum.media.video.schedule.WorkPool;

class VideoReceiverTest {

  private static final int PAYLOAD_TYPE = 98;
  private static final long SECOND = 1_000_000_000;

  private final AtomicInteger keyFrameRequests = new AtomicInteger();
  private final NativeLedger ledger = new NativeLedger();
  private final VideoFramePool pool = new VideoFramePool(ledger);
  private final WorkPool workers = new WorkPool(1, 10);
  private final VideoReceiver receiver =
      new VideoReceiver(
          new VideoTransport() {
            @Override
            public void send(
                int payloadType,
                int timestamp,
                boolean marker,
                byte[] buffer,
                int offset,
                int length) {
              throw new AssertionError("a receiver sends nothing");
            }

            @Override
            public void requestKeyFrame() {
              keyFrameRequests.incrementAndGet();
            }
          },
          workers,
          pool,
          ledger);
  private final VideoEncoder encoder =
      new VideoEncoder(new EncoderFormat(VideoCodec.VP8, 0, 320, 180, 30, 256), ledger);
  private final long start = System.nanoTime();
  private int sequence;
  private int pictures;

  @BeforeEach
  void configure() {
    configure(Direction.SENDRECV);
  }

  @AfterEach
  void nothingLeaks() {
    receiver.close();
    workers.close();
    encoder.close();
    pool.close();
    assertThat(pool.outstanding()).isZero();
    assertThat(ledger.alive()).isZero();
  }

  @Test
  void decodesAndTellsWhat() {
    receive(0, false);

    awaitPicture(1);
    assertThat(receiver.isPresent(System.nanoTime())).isTrue();
    assertThat(receiver.codecName()).isEqualTo("VP8");
    assertThat(receiver.resolution()).isEqualTo("320x180");
  }

  @Test
  void sourceThatNobodySeesIsNotDecodedUntilItIsShown() {
    receive(0, false);
    awaitPicture(1);

    receive(4, false);
    awaitPicture(2);
    receive(6, false);
    receive(7, false);
    assertThat(receiver.isPresent(start + 8 * SECOND)).isTrue();
    assertThat(keyFrameRequests).hasValue(0);

    try (SharedTile shown = receiver.source().tile(160, 90, true)) {
      receive(8, false);
      assertThat(keyFrameRequests).hasValue(1);
      receive(9, true);
      awaitPicture(3);
      VideoFrame picture = shown.picture();
      assertThat(picture).isNotNull();
      assertThat(picture.width()).isEqualTo(160);
      picture.release();
    }
  }

  @Test
  void lostPacketAsksForAKeyFrame() {
    receive(0, false);
    awaitPicture(1);

    sequence++;
    receive(1, false);
    receive(2, false);
    assertThat(keyFrameRequests.get()).isPositive();
    receive(3, true);
    awaitPicture(2);
    assertThat(receiver.dropped()).isPositive();
  }

  @Test
  void holdEndsPresenceAndForgetsThePicture() {
    receive(0, false);
    awaitPicture(1);

    configure(Direction.SENDONLY);
    receive(1, true);
    assertThat(receiver.isPresent(System.nanoTime())).isFalse();
    assertThat(receiver.source().newest()).isNull();
  }

  private void awaitPicture(long number) {
    await().until(() -> receiver.source().sequence() == number);
  }

  private void configure(Direction direction) {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("peer.invalid", 9);
    VideoFormat format = new VideoFormat(VideoCodec.VP8, 0, 640, 360, 30);
    receiver.configure(
        Optional.of(
            new VideoPlan(
                new StreamPlan(nowhere, nowhere, true, new Keying.None(), direction, 500),
                format,
                PAYLOAD_TYPE,
                Map.of(PAYLOAD_TYPE, format),
                false,
                true,
                false)));
  }

  /** One picture arrives, some seconds after the start. */
  private void receive(int seconds, boolean keyFrame) {
    EncodedPicture encoded = new EncodedPicture();
    VideoFrame picture = TestPictures.moving(pool, 320, 180, pictures);
    encoder.encode(picture, pictures * 33L, keyFrame, encoded);
    picture.release();
    Payloads payloads = new Payloads();
    new Vp8Packetizer().packetize(encoded, payloads);
    for (int i = 0; i < payloads.count(); i++) {
      byte[] bytes =
          ByteBuffer.allocate(RtpPacket.FIXED_HEADER_LENGTH + payloads.length(i))
              .put((byte) 0x80)
              .put((byte) (PAYLOAD_TYPE | (i == payloads.count() - 1 ? 0x80 : 0)))
              .putShort((short) sequence++)
              .putInt(pictures * 3_000)
              .putInt(1)
              .put(payloads.buffer(), payloads.offset(i), payloads.length(i))
              .array();
      RtpPacket packet = new RtpPacket();
      packet.parse(bytes, 0, bytes.length);
      receiver.onPacket(packet, start + seconds * SECOND);
    }
    pictures++;
  }
}
