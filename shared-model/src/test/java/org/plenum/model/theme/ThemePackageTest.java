package org.plenum.model.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemePackageTest {
  private static final String PROMPT = "conf-getpin_48kHz_mono.wav";
  private static final String AVATAR = "presence_avatar_image.jpg";
  private static final String ENTRY_TONE = "conf-participant_entry_tone_48kHz_mono.wav";
  private static final byte[] NOTHING = {};

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) {
    return zip(Map.of(name, content));
  }

  private static byte[] wave(int format, int channels, int rate, int bits, int dataBytes) {
    ByteBuffer wave = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + dataBytes);
    wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wave.putShort((short) format).putShort((short) channels).putInt(rate);
    wave.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    wave.putShort((short) bits);
    wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(dataBytes);
    return wave.array();
  }

  private static byte[] prompt() {
    return wave(1, 1, 48_000, 16, 960);
  }

  private static byte[] picture(String format, int width, int height, int type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(new BufferedImage(width, height, type), format, bytes)).isTrue();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] jpeg(int width, int height) {
    return picture("jpeg", width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static void assertRefused(byte[] archive, String part) {
    assertThatThrownBy(() -> ThemePackage.read(archive))
        .isInstanceOf(ThemeException.class)
        .hasMessageContaining(part);
  }

  @Test
  @Tag("SVX-315")
  @Tag("SVX-318")
  @Tag("SVX-332")
  void takesAnyPartOfTheFiles() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(PROMPT, prompt());
    files.put(AVATAR, jpeg(128, 128));
    files.put("test_call.jpg", jpeg(1920, 1080));
    files.put(ThemeFiles.SETTINGS, "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(ThemePackage.read(zip(files)).names())
        .containsExactly(PROMPT, AVATAR, "test_call.jpg", ThemeFiles.SETTINGS);
  }

  @Test
  @Tag("SVX-318")
  void takesFilesInOneFolder() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("My theme/", NOTHING);
    files.put("My theme/" + PROMPT, prompt());
    files.put("My theme/" + AVATAR, jpeg(128, 128));
    assertThat(ThemePackage.read(zip(files)).names()).containsExactly(PROMPT, AVATAR);
    files.put("Other/test_call.jpg", jpeg(1920, 1080));
    assertRefused(zip(files), "in the same folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logo.jpg",
        "Conf-getpin_48kHz_mono.wav",
        "a/b/presence_avatar_image.jpg",
        "../../presence_avatar_image.jpg",
        "presence_avatar_image.png"
      })
  @Tag("SVX-318")
  void refusesFilesThatNoThemeHas(String name) {
    assertRefused(zip(name, jpeg(128, 128)), "is no file of a theme");
  }

  @Test
  @Tag("SVX-351")
  void theKnockMayBeSpelledLikeTheOthers() throws Exception {
    assertThat(
            ThemePackage.read(zip("conf-participant_locked_out_48kHz_mono.wav", prompt())).names())
        .containsExactly("conf-participant_locked_out_48Khz_mono.wav");
  }

  @Test
  void knowsEveryFile() {
    assertThat(ThemeFiles.names()).hasSize(23 + 45 + 1);
  }

  @ParameterizedTest
  @Tag("SVX-332")
  @CsvSource({
    "3, 1, 48000, 16, PCM",
    "1, 2, 48000, 16, mono",
    "1, 1, 44100, 16, 48 kHz",
    "1, 1, 48000, 8, 16 bits",
    "1, 1, 48000, 24, 16 bits"
  })
  void refusesOtherSound(int format, int channels, int rate, int bits, String part) {
    assertRefused(zip(PROMPT, wave(format, channels, rate, bits, 96)), part);
  }

  @Test
  @Tag("SVX-332")
  void refusesWhatIsNoSound() {
    assertRefused(zip(PROMPT, jpeg(10, 10)), PROMPT + ": it is no WAV file.");
    assertRefused(zip(PROMPT, Arrays.copyOf(prompt(), 100)), "ends early");
    assertRefused(zip(PROMPT, Arrays.copyOf(prompt(), 36)), "has no sound");
    assertRefused(zip(PROMPT, NOTHING), "is no WAV file");
  }

  @Test
  @Tag("SVX-333")
  void tonesMayBeEmpty() throws Exception {
    assertThat(ThemePackage.read(zip(ENTRY_TONE, NOTHING)).names()).containsExactly(ENTRY_TONE);
    assertThat(ThemePackage.read(zip(ENTRY_TONE, wave(1, 1, 48_000, 16, 0))).names())
        .containsExactly(ENTRY_TONE);
  }

  @Test
  @Tag("SVX-359")
  void picturesHaveTheirSizeAndFormat() {
    assertRefused(zip(AVATAR, jpeg(127, 128)), "must have 128 × 128 pixels, not 127 × 128");
    assertRefused(
        zip(AVATAR, picture("png", 128, 128, BufferedImage.TYPE_INT_RGB)), "is no JPEG picture");
    assertRefused(
        zip(AVATAR, picture("jpeg", 128, 128, BufferedImage.TYPE_BYTE_GRAY)), "in RGB mode");
    byte[] whole = picture("png", 100, 100, BufferedImage.TYPE_INT_ARGB);
    assertRefused(zip("audio_indicator.png", Arrays.copyOf(whole, whole.length / 2)), "is damaged");
  }

  @Test
  @Tag("SVX-390")
  @Tag("SVX-394")
  void theWatermarkIsTransparentAndMayBeLarger() throws Exception {
    String name = "watermark_icon.png";
    for (int scale = 1; scale <= 2; scale++) {
      byte[] picture = picture("png", 200 * scale, 100 * scale, BufferedImage.TYPE_INT_ARGB);
      assertThat(ThemePackage.read(zip(name, picture)).names()).containsExactly(name);
    }
    assertRefused(
        zip(name, picture("png", 200, 100, BufferedImage.TYPE_INT_RGB)), "must be transparent");
    assertRefused(
        zip(name, picture("png", 4000, 100, BufferedImage.TYPE_INT_ARGB)), "not 4000 × 100");
  }

  @ParameterizedTest
  @Tag("SVX-395")
  @Tag("SVX-396")
  @Tag("SVX-397")
  @Tag("SVX-407")
  @Tag("SVX-410")
  @ValueSource(
      strings = {
        "{}",
        "{\"enable_dtmf_conference_control\": false, \"test_call_service_media_delay\": 5}",
        "{\"dtmf_conference_control_commands\": {\"*1\": \"toggle_lock\", \"##\":"
            + " \"end_conference\"}}",
        "{\"no_main_video_bg\": \"0x00ff7F\", \"indicator_num_bg_color\": \"0xBE222222\"}",
        "{\"indicator_num_bg_color\": \"0x222222\", \"streaming_indicator_text\": \"Live\"}"
      })
  void takesSettings(String json) throws Exception {
    byte[] archive = zip(ThemeFiles.SETTINGS, json.getBytes(StandardCharsets.UTF_8));
    assertThat(ThemePackage.read(archive).names()).containsExactly(ThemeFiles.SETTINGS);
  }

  @ParameterizedTest
  @Tag("SVX-396")
  @Tag("SVX-398")
  @Tag("SVX-410")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1, }|line 1, column",
        "[]|must be a JSON object",
        "{\"colour\": 1}|there is no setting",
        "{\"disable_watermark_icon\": \"no\"}|must be true or false",
        "{\"no_main_video_bg\": \"0xBE222222\"}|must be a colour",
        "{\"test_call_service_media_delay\": -1}|number of seconds",
        "{\"dtmf_conference_control_commands\": {\"*1\": \"dance\"}}|whose keys are two",
        "{\"dtmf_conference_control_commands\": {\"*12\": \"toggle_lock\"}}|whose keys are two",
        "{\"disable_watermark_icon\": true, \"disable_watermark_icon\": true}|not valid JSON"
      })
  void refusesWrongSettings(String json, String part) {
    assertRefused(zip(ThemeFiles.SETTINGS, json.getBytes(StandardCharsets.UTF_8)), part);
  }

  @Test
  void refusesWhatIsNoArchive() {
    assertRefused(NOTHING, "no ZIP archive");
    assertRefused(jpeg(10, 10), "no ZIP archive");
    byte[] archive = zip(AVATAR, jpeg(128, 128));
    assertRefused(Arrays.copyOf(archive, archive.length / 3), "damaged");
  }

  @Test
  void refusesArchivesThatUnpackToTooMuch() {
    assertRefused(zip(PROMPT, new byte[16 * 1024 * 1024 + 1]), "larger than 16 MB");
    Map<String, byte[]> large = new LinkedHashMap<>();
    byte[] zeros = new byte[16 * 1024 * 1024];
    for (int digits = 0; digits < 7; digits++) {
      large.put("pin_entry_" + digits + "_digits_image.jpg", zeros);
    }
    assertRefused(zip(large), "more than 96 MB");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int folder = 0; folder < 200; folder++) {
      many.put("folder" + folder + "/", NOTHING);
    }
    assertRefused(zip(many), "more than 128 entries");
  }

  @Test
  @Tag("SVX-321")
  void theDigestIsThatOfTheFilesAndNotOfThePacking() throws Exception {
    ThemePackage one = ThemePackage.read(zip(AVATAR, jpeg(128, 128)));
    ThemePackage same = ThemePackage.read(zip("folder/" + AVATAR, jpeg(128, 128)));
    ThemePackage other = ThemePackage.read(zip(PROMPT, prompt()));
    assertThat(one.digest()).hasSize(64).isEqualTo(same.digest()).isNotEqualTo(other.digest());
    assertThat(one.archive()).isEqualTo(same.archive());
  }

  @Test
  @Tag("SVX-328")
  void anArchiveThatWasDownloadedCanBeUploadedAgain() throws Exception {
    ThemePackage original =
        ThemePackage.read(zip(Map.of(AVATAR, jpeg(128, 128), PROMPT, prompt())));
    ThemePackage again = ThemePackage.read(original.archive());
    assertThat(again.digest()).isEqualTo(original.digest());
  }
}
