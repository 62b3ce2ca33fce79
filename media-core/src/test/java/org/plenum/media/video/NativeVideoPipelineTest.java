package org.plenum.media.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.VideoStats;
import org.plenum.media.conference.View;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.video.frame.NativeResource;
import org.plenum.media.video.layout.LayoutGeometry;
import org.plenum.media.video.layout.PixelRect;

class NativeVideoPipelineTest {

  private static final VideoFormat H264_MODE_1 = new VideoFormat(VideoCodec.H264, 1, 1280, 720, 30);
  private static final VideoFormat H264_MODE_0 = new VideoFormat(VideoCodec.H264, 0, 640, 480, 30);
  private static final VideoFormat VP8 = new VideoFormat(VideoCodec.VP8, 0, 640, 360, 30);
  private static final int RED = 0xA02828;
  private static final int GREEN = 0x288C3C;
  private static final int BLUE = 0x3048B0;
  private static final int TOLERANCE = 14;

  private final NativeVideoPipeline pipeline = new NativeVideoPipeline(2);
  private final List<String> presence = new CopyOnWriteArrayList<>();
  private final List<SimulatedEndpoint> endpoints = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService cameras = Executors.newSingleThreadScheduledExecutor();
  private ConferenceVideo conference;

  @BeforeEach
  void openConference() {
    conference =
        (ConferenceVideo)
            pipeline.createConference(
                "test",
                (stream, present) -> presence.add(stream.endpointId() + (present ? "+" : "-")));
    cameras.scheduleAtFixedRate(
        () -> endpoints.forEach(SimulatedEndpoint::sendFrame), 0, 33, TimeUnit.MILLISECONDS);
  }

  @AfterEach
  void nothingLeaks() throws InterruptedException {
    cameras.shutdown();
    assertThat(cameras.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    endpoints.forEach(SimulatedEndpoint::close);
    pipeline.close();
    assertThat(endpoints).extracting(SimulatedEndpoint::fault).containsOnly("");
    assertThat(pipeline.framesInUse()).isZero();
    for (NativeResource resource : NativeResource.values()) {
      assertThat(pipeline.ledger().alive(resource)).as("%s alive", resource).isZero();
    }
  }

  @Test
  @Tag("SVX-145")
  void everyoneSeesTheOthersInTheirPlaces() {
    SimulatedEndpoint red = join("red", H264_MODE_1, RED);
    SimulatedEndpoint green = join("green", H264_MODE_0, GREEN);
    SimulatedEndpoint blue = join("blue", VP8, BLUE);
    show(red, "green", "blue");
    show(green, "red", "blue");
    show(blue, "red", "green");

    awaitPicture(red, 1280, 720, GREEN, BLUE);
    awaitPicture(green, 640, 360, RED, BLUE);
    awaitPicture(blue, 640, 360, RED, GREEN);
    assertThat(green.longestPayload()).isLessThanOrEqualTo(1_200);
    assertThat(presence).containsExactlyInAnyOrder("red+", "green+", "blue+");
    await()
        .untilAsserted(
            () ->
                assertThat(red.stream().stats())
                    .extracting(VideoStats::txCodec, VideoStats::rxCodec)
                    .containsExactly("H264", "H264"));
    assertThat(red.stream().stats().txResolution()).isEqualTo("1280x720");
    assertThat(red.stream().stats().rxResolution()).isEqualTo("640x360");
    assertThat(blue.stream().stats().txCodec()).isEqualTo("VP8");
  }

  @Test
  @Tag("SVX-139")
  void holdingScreenNeedsNoSource() {
    SimulatedEndpoint red = join("red", H264_MODE_1, RED);
    conference.setView(red.stream(), View.empty(Layout.ONE_MAIN_SEVEN_PIPS));

    await().until(() -> red.receivedResolution().equals("1280x720"));
    int corner = red.receivedColour(new PixelRect(0, 0, 100, 100));
    assertThat(TestPictures.distance(corner, 0x161B24)).isLessThan(TOLERANCE);
  }

  @Test
  void equalViewsShareOneEncoder() {
    join("red", H264_MODE_1, RED);
    List<SimulatedEndpoint> watchers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      SimulatedEndpoint watcher = join("watcher" + i, H264_MODE_1, GREEN);
      watchers.add(watcher);
      show(watcher, "red");
    }

    for (SimulatedEndpoint watcher : watchers) {
      awaitPicture(watcher, 1280, 720, RED);
    }
    assertThat(conference.encoders()).isEqualTo(1);
    assertThat(pipeline.ledger().alive(NativeResource.ENCODER)).isEqualTo(1);
  }

  @Test
  void newSpeakerChangesThePictureWithoutNewEncoder() {
    join("red", H264_MODE_1, RED);
    join("blue", H264_MODE_1, BLUE);
    SimulatedEndpoint one = join("one", H264_MODE_1, GREEN);
    SimulatedEndpoint two = join("two", H264_MODE_1, GREEN);
    show(one, "red", "blue");
    show(two, "red", "blue");
    awaitPicture(one, 1280, 720, RED, BLUE);
    awaitPicture(two, 1280, 720, RED, BLUE);
    int keyFrames = one.receivedKeyFrames();

    show(one, "blue", "red");
    show(two, "blue", "red");
    awaitPicture(one, 1280, 720, BLUE, RED);

    assertThat(one.receivedKeyFrames()).isEqualTo(keyFrames);
    assertThat(conference.encoders()).isEqualTo(1);
  }

  @Test
  void receiverThatPartsFromTheOthersMovesToAnotherEncoder() {
    join("red", H264_MODE_1, RED);
    join("blue", H264_MODE_1, BLUE);
    SimulatedEndpoint one = join("one", H264_MODE_1, GREEN);
    SimulatedEndpoint two = join("two", H264_MODE_1, GREEN);
    SimulatedEndpoint three = join("three", H264_MODE_1, GREEN);
    for (SimulatedEndpoint watcher : List.of(one, two, three)) {
      show(watcher, "red", "blue");
      awaitPicture(watcher, 1280, 720, RED, BLUE);
    }

    show(three, "blue", "red");
    awaitPicture(three, 1280, 720, BLUE, RED);
    awaitPicture(one, 1280, 720, RED, BLUE);
    assertThat(conference.encoders()).isEqualTo(2);

    show(three, "red", "blue");
    awaitPicture(three, 1280, 720, RED, BLUE);
    await().untilAsserted(() -> assertThat(conference.encoders()).isEqualTo(1));
  }

  @Test
  void keyFrameComesOnRequestButNotForEachOfMany() {
    join("red", H264_MODE_1, RED);
    SimulatedEndpoint green = join("green", H264_MODE_1, GREEN);
    show(green, "red");
    awaitPicture(green, 1280, 720, RED);
    int before = green.receivedKeyFrames();

    for (int i = 0; i < 20; i++) {
      green.stream().onKeyFrameRequested();
    }
    await().until(() -> green.receivedKeyFrames() > before);
    int frames = green.receivedFrames();
    await().until(() -> green.receivedFrames() > frames + 10);
    assertThat(green.receivedKeyFrames()).isEqualTo(before + 1);
  }

  @Test
  void lowerBudgetGivesASmallerPicture() {
    join("red", H264_MODE_1, RED);
    SimulatedEndpoint green = join("green", H264_MODE_1, GREEN);
    show(green, "red");
    awaitPicture(green, 1280, 720, RED);

    green.stream().onSendBudget(400);
    awaitPicture(green, 640, 360, RED);
    green.stream().onSendBudget(150);
    awaitPicture(green, 320, 180, RED);
  }

  @Test
  void lossIsRepairedByAKeyFrame() {
    SimulatedEndpoint red = join("red", H264_MODE_1, RED);
    SimulatedEndpoint green = join("green", H264_MODE_1, GREEN);
    show(green, "red");
    awaitPicture(green, 1280, 720, RED);
    int requests = red.keyFrameRequests();

    red.lose(sequence -> sequence % 10 == 0);
    await().until(() -> red.keyFrameRequests() > requests);
    red.lose(sequence -> false);

    await().untilAsserted(() -> assertThat(red.stream().stats().rxFps()).isGreaterThan(20));
    awaitPicture(green, 1280, 720, RED);
  }

  @Test
  void presenceEndsWhenPicturesStop() {
    SimulatedEndpoint red = join("red", VP8, RED);
    await().until(() -> presence.contains("red+"));

    red.lose(sequence -> true);
    await().atMost(Duration.ofSeconds(6)).until(() -> presence.contains("red-"));
    red.lose(sequence -> false);
    await().untilAsserted(() -> assertThat(presence).containsExactly("red+", "red-", "red+"));
  }

  @Test
  void endpointThatLeavesIsReplacedAndItsEncoderFreed() {
    SimulatedEndpoint red = join("red", H264_MODE_1, RED);
    SimulatedEndpoint green = join("green", H264_MODE_1, GREEN);
    show(green, "red");
    show(red, "green");
    awaitPicture(green, 1280, 720, RED);
    awaitPicture(red, 1280, 720, GREEN);

    endpoints.remove(red);
    red.close();
    await().untilAsserted(() -> assertThat(conference.encoders()).isEqualTo(1));
    await()
        .untilAsserted(
            () -> assertThat(pipeline.ledger().alive(NativeResource.DECODER)).isEqualTo(1));
    await()
        .untilAsserted(
            () -> {
              int corner = green.receivedColour(new PixelRect(0, 0, 200, 200));
              assertThat(TestPictures.distance(corner, RED)).isGreaterThan(50);
            });
  }

  private SimulatedEndpoint join(String id, VideoFormat format, int rgb) {
    SimulatedEndpoint endpoint = new SimulatedEndpoint(pipeline, id, format, rgb);
    conference.add(endpoint.stream());
    endpoints.add(endpoint);
    return endpoint;
  }

  private void show(SimulatedEndpoint receiver, String... shown) {
    conference.setView(
        receiver.stream(), new View(Layout.ONE_MAIN_SEVEN_PIPS, List.of(shown), 0, 0));
  }

  private static void awaitPicture(
      SimulatedEndpoint receiver, int width, int height, int... colours) {
    List<LayoutGeometry.Slot> slots = LayoutGeometry.of(Layout.ONE_MAIN_SEVEN_PIPS).slots();
    await()
        .untilAsserted(
            () -> {
              assertThat(receiver.receivedResolution()).isEqualTo(width + "x" + height);
              for (int i = 0; i < colours.length; i++) {
                PixelRect place = slots.get(i).on(width, height);
                PixelRect middle = place.centred(place.width() / 4 * 2, place.height() / 4 * 2);
                int colour = receiver.receivedColour(middle);
                assertThat(TestPictures.distance(colour, colours[i]))
                    .as("place %d shows %06X", i, colour)
                    .isLessThan(TOLERANCE);
              }
            });
  }
}
