package org.plenum.media.video.compose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.VideoTransport;
import org.plenum.media.video.codec.EncodedPicture;
import org.plenum.media.video.codec.EncoderFormat;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.rtp.Payloads;
import org.plenum.media.video.rtp.Vp8Packetizer;
import org.plenum.media.video.schedule.WorkPool;

class VideoSenderTest {

  private static final long MILLI = 1_000_000;

  private final List<String> sent = new ArrayList<>();
  private final List<Integer> timestamps = new ArrayList<>();
  private final WorkPool workers = new WorkPool(1, 1);
  private final VideoSender sender =
      new VideoSender(
          new VideoTransport() {
            @Override
            public void send(
                int payloadType,
                int timestamp,
                boolean marker,
                byte[] buffer,
                int offset,
                int length) {
              sent.add(new String(buffer, offset + 1, length - 1, US_ASCII));
              timestamps.add(timestamp);
            }

            @Override
            public void requestKeyFrame() {}
          });
  private final EncoderFormat format = new EncoderFormat(VideoCodec.VP8, 0, 640, 360, 30, 700);
  private final EncoderGroup former = new EncoderGroup(format, workers, new NativeLedger());
  private final EncoderGroup next = new EncoderGroup(format, workers, new NativeLedger());

  @BeforeEach
  void configure() {
    configure(VideoCodec.VP8, Direction.SENDRECV);
  }

  @AfterEach
  void stopWorkers() {
    workers.close();
  }

  @Test
  void beginsWithAKeyFrame() {
    sender.follow(former);

    deliver(former, "delta", false, 1);
    deliver(former, "key", true, 2);
    deliver(former, "delta2", false, 3);

    assertThat(sent).containsExactly("key", "delta2");
  }

  @Test
  void staysWithTheFormerGroupUntilTheNextHasAKeyFrame() {
    sender.follow(former);
    deliver(former, "a", true, 1);
    sender.follow(next);

    deliver(next, "too early", false, 2);
    deliver(former, "b", false, 3);
    assertThat(sender.uses(former)).isTrue();
    deliver(next, "c", true, 4);
    deliver(former, "too late", false, 5);
    deliver(next, "d", false, 6);

    assertThat(sent).containsExactly("a", "b", "c", "d");
    assertThat(sender.uses(former)).isFalse();
  }

  @Test
  void timestampsRiseEvenIfTheNextGroupWasSlow() {
    sender.follow(former);
    deliver(former, "a", true, 100);
    sender.follow(next);
    deliver(former, "b", false, 133);
    deliver(next, "c", true, 110);

    assertThat(timestamps.get(1) - timestamps.get(0)).isEqualTo(33 * 90);
    assertThat(timestamps.get(2) - timestamps.get(1)).isEqualTo(90);
  }

  @Test
  void stopsAtOnceWhenUnfollowedOrOnHold() {
    sender.follow(former);
    deliver(former, "a", true, 1);
    sender.unfollow();
    deliver(former, "after unfollowing", true, 2);
    sender.follow(former);
    deliver(former, "b", true, 3);
    configure(VideoCodec.VP8, Direction.RECVONLY);
    deliver(former, "on hold", true, 4);

    assertThat(sent).containsExactly("a", "b");
    assertThat(sender.format()).isNull();
  }

  @Test
  void neverSendsTheCodecOfAFormerPlan() {
    sender.follow(former);
    deliver(former, "a", true, 1);
    configure(VideoCodec.H264, Direction.SENDRECV);
    deliver(former, "VP8 key frame", true, 2);

    assertThat(sent).containsExactly("a");
  }

  private void configure(VideoCodec codec, Direction direction) {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("peer.invalid", 9);
    sender.configure(
        Optional.of(
            new VideoPlan(
                new StreamPlan(nowhere, nowhere, true, new Keying.None(), direction, 700),
                new VideoFormat(codec, 0, 640, 360, 30),
                97,
                Map.of(),
                false,
                false,
                false)));
  }

  private void deliver(EncoderGroup from, String content, boolean keyFrame, long millis) {
    EncodedPicture picture = new EncodedPicture();
    byte[] bytes = content.getBytes(US_ASCII);
    picture.append(bytes, 0, bytes.length);
    Payloads payloads = new Payloads();
    new Vp8Packetizer().packetize(picture, payloads);
    sender.deliver(from, format, keyFrame, payloads, millis * MILLI);
  }
}
