package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.installer.peer.Baresip;
import org.plenum.installer.peer.BaresipAccount;
import org.plenum.installer.peer.FreePorts;
import org.plenum.installer.peer.Picture;
import org.plenum.installer.peer.TestVideo;

/** Endpoints with H.264 and VP8 see each other where the layout says. */
class VideoMeetingIT {

  private static final Color RED = new Color(0xC0, 0x20, 0x20);
  private static final Color GREEN = new Color(0x20, 0xA0, 0x30);
  private static final Color BLUE = new Color(0x20, 0x30, 0xC0);

  /** Chroma subsampling and coding shift colours a little; the three are 150 and more apart. */
  private static final double TOLERANCE = 60;

  @TempDir static Path folder;
  private static Deployment deployment;

  @BeforeAll
  static void start() throws Exception {
    deployment = Deployment.start(folder);
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Test
  @Tag("SVX-145")
  @Tag("SVX-148")
  void theSpeakerIsInTheMainPlaceAndTheOthersBelow() throws Exception {
    try (Baresip red = endpoint("red", "h264", "0xC02020", 440, FreePorts.block(12));
        Baresip green = endpoint("green", "vp8", "0x20A030", 1000, FreePorts.block(12));
        Baresip blue = endpoint("blue", "h264", "0x2030C0", 1700, FreePorts.block(12))) {
      join(red, 1);
      join(green, 2);
      green.toggleMute();
      join(blue, 3);
      blue.toggleMute();

      awaitMain(blue, RED, Duration.ofSeconds(10));
      awaitMain(green, RED, Duration.ofSeconds(10));
      assertThat(thumbnails(blue)).as("thumbnails of blue").satisfies(pip -> isLike(pip, GREEN));

      // The virtual machine compiles the video path in the first seconds of its first pictures.
      await("25 pictures per second at every endpoint, for three seconds")
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                for (Baresip endpoint : List.of(red, green, blue)) {
                  assertThat(endpoint.receivedFramesPerSecond()).isGreaterThanOrEqualTo(25);
                }
              });

      for (Baresip endpoint : List.of(red, green, blue)) {
        assertThat(endpoint.events("CALL_RTCP"))
            .as("RTCP reports on video that the endpoint accepted")
            .anyMatch(event -> event.path("param").asText().equals("video"));
      }

      red.toggleMute();
      green.toggleMute();
      awaitMain(blue, GREEN, Duration.ofSeconds(2));
      assertThat(VideoResourcesOf.process(deployment.nodePid()).codecs()).isPositive();
    }
    deployment.awaitParticipants(0);
    await("all pictures, codecs and scalers are given back")
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> VideoResourcesOf.process(deployment.nodePid()).equals(VideoResourcesOf.NOTHING));
  }

  private static Baresip endpoint(String name, String codec, String colour, int tone, int ports)
      throws Exception {
    Path video = TestVideo.ofColour(folder, colour);
    return new Baresip(
        folder,
        new BaresipAccount(name, "udp", "PCMU/8000/1", tone, codec, "avformat," + video, ""),
        ports);
  }

  private static void join(Baresip endpoint, int participants) throws Exception {
    endpoint.dial(deployment.uri("meet", "udp"));
    endpoint.awaitEvent("CALL_ESTABLISHED");
    deployment.awaitParticipants(participants);
  }

  /** The main picture of the 1+7 layout is above the row of thumbnails, in the middle. */
  private static void awaitMain(Baresip endpoint, Color expected, Duration patience) {
    await("main picture")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () ->
                isLike(
                    Picture.read(endpoint.snapshot("main")).mean(0.25, 0.1, 0.5, 0.6), expected));
  }

  private static Color thumbnails(Baresip endpoint) throws Exception {
    return Picture.read(endpoint.snapshot("pips")).mean(0.0, 0.85, 0.14, 0.14);
  }

  private static void isLike(Color actual, Color expected) {
    assertThat(Picture.distance(actual, expected))
        .as("%s is like %s", actual, expected)
        .isLessThan(TOLERANCE);
  }
}
