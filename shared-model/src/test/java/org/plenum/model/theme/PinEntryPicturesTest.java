package org.plenum.model.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PinEntryPicturesTest {
  private static final int TOLERANCE = 12;

  private static byte[] background(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(Color.DARK_GRAY);
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage picture(int digits) throws Exception {
    byte[] jpeg = PinEntryPictures.on(background(1920, 1080)).digits(digits, Color.ORANGE);
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static void assertColour(BufferedImage picture, int x, int y, Color expected) {
    Color actual = new Color(picture.getRGB(x, y));
    assertThat(actual.getRed())
        .isBetween(expected.getRed() - TOLERANCE, expected.getRed() + TOLERANCE);
    assertThat(actual.getBlue())
        .isBetween(expected.getBlue() - TOLERANCE, expected.getBlue() + TOLERANCE);
  }

  @Test
  @Tag("SVX-331")
  void eachDigitIsADiscInARowInTheMiddle() throws Exception {
    BufferedImage two = picture(2);
    // Two discs of 70 and a gap of 14: 154 pixels from 883 on, 634 below the top.
    assertColour(two, 883 + 35, 634 + 35, Color.ORANGE);
    assertColour(two, 883 + 84 + 35, 634 + 35, Color.ORANGE);
    assertColour(two, 960, 634 + 35, Color.DARK_GRAY);
    assertColour(two, 883 + 35, 634 - 8, Color.DARK_GRAY);
    assertColour(two, 883 + 35, 634 + 8, Color.ORANGE);
    assertColour(two, 883 + 35, 634 + 62, Color.ORANGE);
    assertColour(two, 883 + 35, 634 + 78, Color.DARK_GRAY);
    assertColour(picture(0), 960, 634 + 35, Color.DARK_GRAY);
  }

  @Test
  @Tag("SVX-330")
  void theArchiveIsAThemeWithAllPicturesOfPinEntry() throws Exception {
    ThemePackage made = PinEntryPictures.on(background(1920, 1080)).inColour(Color.WHITE);
    ThemePackage read = ThemePackage.read(made.archive());
    assertThat(read.names())
        .hasSize(23)
        .allMatch(name -> name.startsWith("pin_entry_"))
        .contains(
            "pin_entry_0_digits_image.jpg",
            "pin_entry_20_digits_image.jpg",
            "pin_entry_correct_image.jpg",
            "pin_entry_incorrect_image.jpg");
  }

  @Test
  void refusesABackgroundOfAnotherSizeOrFormat() throws IOException {
    byte[] small = background(1280, 720);
    assertThatThrownBy(() -> PinEntryPictures.on(small))
        .isInstanceOf(ThemeException.class)
        .hasMessageContaining("1920 × 1080");
    assertThatThrownBy(() -> PinEntryPictures.on(new byte[] {1, 2, 3}))
        .isInstanceOf(ThemeException.class);
  }
}
