package org.plenum.media.video.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;
import org.plenum.media.video.TestPictures;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;

/** Also stores what it draws below {@code target/pictures}. */
class SceneTest {

  private static final int[] COLOURS = {
    0x8C5A3C, 0x2F6F4F, 0x9A3B46, 0x3C5A8C, 0x8A7A2E, 0x6B3C8C, 0x2E8A88, 0xA0623A
  };

  private final NativeLedger ledger = new NativeLedger();
  private final VideoFramePool pool = new VideoFramePool(ledger);
  private final Optional<OverlayArtist> artist = Optional.of(OverlayArtist.create());

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.outstanding()).isZero();
    pool.close();
    assertThat(ledger.alive()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1280, 720", "640, 360", "320, 180"})
  @Tag("SVX-145")
  void eachPictureLandsInItsPlace(int width, int height) throws IOException {
    VideoFrame drawn =
        draw(new View(Layout.ONE_MAIN_SEVEN_PIPS, names(8), 0, 0), width, height, 16, 9, 255);

    List<LayoutGeometry.Slot> slots = LayoutGeometry.of(Layout.ONE_MAIN_SEVEN_PIPS).slots();
    assertThat(slots).hasSize(8);
    PixelRect main = slots.getFirst().on(width, height);
    int aboveThumbnails = slots.get(1).on(width, height).y() - 4 & ~1;
    assertColour(drawn, new PixelRect(main.x(), main.y(), main.width(), aboveThumbnails), 0);
    for (int i = 1; i < 8; i++) {
      PixelRect slot = slots.get(i).on(width, height);
      assertColour(drawn, slot.centred(slot.width() - 8, slot.height() - 8), i);
    }
    TestPictures.store(drawn, "one-main-seven-pips-" + width);
    drawn.release();
  }

  @ParameterizedTest
  @CsvSource({"1280, 720", "640, 360", "320, 180", "160, 90"})
  void placesLieOnTheCanvasAndThumbnailsApart(int width, int height) {
    PixelRect canvas = new PixelRect(0, 0, width, height);
    List<PixelRect> areas =
        LayoutGeometry.of(Layout.ONE_MAIN_SEVEN_PIPS).slots().stream()
            .map(slot -> slot.on(width, height))
            .toList();

    assertThat(areas).allMatch(canvas::contains);
    assertThat(areas.getFirst()).isEqualTo(canvas);
    for (int i = 2; i < areas.size(); i++) {
      PixelRect left = areas.get(i - 1);
      assertThat(areas.get(i).x()).isGreaterThanOrEqualTo(left.x() + left.width());
      assertThat(areas.get(i).width()).isEqualTo(left.width());
    }
  }

  @Test
  @Tag("SVX-138")
  void lastThumbnailCountsThoseNotShown() throws IOException {
    VideoFrame without =
        draw(new View(Layout.ONE_MAIN_SEVEN_PIPS, names(8), 0, 0), 1280, 720, 16, 9, 255);
    VideoFrame with =
        draw(new View(Layout.ONE_MAIN_SEVEN_PIPS, names(8), 12, 3), 1280, 720, 16, 9, 255);

    List<LayoutGeometry.Slot> slots = LayoutGeometry.of(Layout.ONE_MAIN_SEVEN_PIPS).slots();
    PixelRect last = slots.getLast().on(1280, 720);
    PixelRect other = slots.get(6).on(1280, 720);
    assertThat(difference(with, without, last)).isGreaterThan(20);
    assertThat(difference(with, without, other)).isZero();
    TestPictures.store(with, "more-and-audio-only");
    without.release();
    with.release();
  }

  @Test
  @Tag("SVX-144")
  void oneMainShowsOneAndCountsTheOthers() throws IOException {
    VideoFrame drawn =
        draw(new View(Layout.ONE_MAIN_ZERO_PIPS, names(1), 14, 7), 1280, 720, 16, 9, 255);

    assertColour(drawn, new PixelRect(200, 0, 880, 720), 0);
    TestPictures.store(drawn, "one-main");
    drawn.release();
  }

  @Test
  @Tag("SVX-139")
  void holdingScreenSaysWhy() throws IOException {
    VideoFrame alone = draw(View.empty(Layout.ONE_MAIN_SEVEN_PIPS), 1280, 720, 16, 9, 255);
    VideoFrame audio =
        draw(new View(Layout.ONE_MAIN_SEVEN_PIPS, List.of(), 0, 3), 1280, 720, 16, 9, 255);

    VideoFrame waiting = draw(View.waitingRoom(Layout.ONE_MAIN_SEVEN_PIPS), 1280, 720, 16, 9, 255);

    PixelRect text = new PixelRect(300, 380, 680, 100);
    assertThat(difference(alone, audio, text)).isPositive();
    assertThat(difference(alone, waiting, text)).isPositive();
    TestPictures.store(waiting, "holding-waiting");
    waiting.release();
    TestPictures.store(alone, "holding-alone");
    TestPictures.store(audio, "holding-audio-only");
    alone.release();
    audio.release();
  }

  @Test
  void otherAspectRatiosAreNotDistorted() throws IOException {
    VideoFrame drawn =
        draw(new View(Layout.ONE_MAIN_SEVEN_PIPS, names(5), 0, 1), 1280, 720, 4, 3, 255);

    assertColour(drawn, new PixelRect(170, 20, 940, 560), 0);
    int bar = TestPictures.meanColour(drawn, new PixelRect(0, 0, 150, 200));
    assertThat(TestPictures.distance(bar, Palette.BACKGROUND & 0xFFFFFF)).isLessThan(4);
    TestPictures.store(drawn, "four-by-three");
    drawn.release();
  }

  @Test
  void thumbnailsFadeInAndMissingPicturesHavePlaceholders() throws IOException {
    View view = new View(Layout.ONE_MAIN_SEVEN_PIPS, names(8), 0, 0);
    VideoFrame half = draw(view, 1280, 720, 16, 9, 128);
    VideoFrame missing = draw(view, 1280, 720, 0, 0, 255);

    TestPictures.store(half, "half-faded");
    TestPictures.store(missing, "placeholders");
    PixelRect thumbnail =
        LayoutGeometry.of(Layout.ONE_MAIN_SEVEN_PIPS).slots().get(3).on(1280, 720);
    int faded = TestPictures.meanColour(half, thumbnail.centred(100, 60));
    assertThat(TestPictures.distance(faded, COLOURS[3])).isBetween(10, 100);
    half.release();
    missing.release();
  }

  private VideoFrame draw(
      View view, int width, int height, int aspectWidth, int aspectHeight, int opacity) {
    VideoFrame canvas = TestPictures.solid(pool, width, height, 0xFF00FF);
    try (Scene scene = new Scene(view, width, height, artist)) {
      VideoFrame[] pictures = new VideoFrame[scene.places()];
      int[] opacities = new int[pictures.length];
      Arrays.fill(opacities, opacity);
      for (int i = 0; i < pictures.length && aspectWidth > 0; i++) {
        pictures[i] = picture(scene.area(i), i, aspectWidth, aspectHeight);
      }
      scene.draw(canvas, pictures, opacities);
      for (VideoFrame picture : pictures) {
        if (picture != null) {
          picture.release();
        }
      }
    }
    return canvas;
  }

  private VideoFrame picture(PixelRect area, int index, int aspectWidth, int aspectHeight) {
    int width = Math.min(area.width(), area.height() * aspectWidth / aspectHeight + 1 & ~1);
    if (aspectWidth * 9 == aspectHeight * 16) {
      width = area.width();
    }
    return TestPictures.solid(pool, width, area.height(), COLOURS[index]);
  }

  private static void assertColour(VideoFrame frame, PixelRect area, int index) {
    int mean = TestPictures.meanColour(frame, area);
    assertThat(TestPictures.distance(mean, COLOURS[index]))
        .as("colour of picture %d is %06X", index, mean)
        .isLessThan(8);
  }

  private static int difference(VideoFrame one, VideoFrame other, PixelRect area) {
    return TestPictures.distance(
        TestPictures.meanColour(one, area), TestPictures.meanColour(other, area));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
  }
}
