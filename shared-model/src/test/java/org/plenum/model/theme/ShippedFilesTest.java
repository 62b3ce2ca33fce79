package org.plenum.model.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedFilesTest {
  private static final int HEADER = 44;
  private static final int RATE = 48_000;
  private static final int WINDOW = RATE / 20;
  private static final String END = "_48kHz_mono.wav";
  private static final Map<String, byte[]> BASE = ShippedFiles.baseTheme().files();

  @Test
  @Tag("SVX-312")
  @Tag("SVX-411")
  void theBaseThemeIsCompleteAndCouldBeUploadedAsATheme() throws Exception {
    ThemePackage base = ShippedFiles.baseTheme();
    ThemePackage uploaded = ThemePackage.read(base.archive());
    assertThat(uploaded.names()).containsExactlyElementsOf(ThemeFiles.names());
    assertThat(uploaded.digest()).isEqualTo(base.digest());
  }

  @ParameterizedTest
  @EnumSource(PreconfiguredTheme.class)
  @Tag("SVX-412")
  @Tag("SVX-413")
  @Tag("SVX-414")
  @Tag("SVX-415")
  @Tag("SVX-416")
  @Tag("SVX-417")
  void preconfiguredThemesDifferFromBaseInTonesAndTheNameOfTheKeyOnly(PreconfiguredTheme theme)
      throws Exception {
    Map<String, byte[]> files = ThemePackage.read(theme.files().archive()).files();
    Set<String> expected = new TreeSet<>();
    if (theme.title().contains("UK")) {
      expected.add("2sd-number-pound-key" + END);
      expected.add("conf-getpin_pound-key" + END);
      expected.add("conf-waithostpin_pound-key" + END);
    }
    if (theme.title().contains("tones")) {
      expected.add("conf-participant_entry_tone" + END);
      expected.add("conf-participant_exit_tone" + END);
    }
    assertThat(files.keySet()).isEqualTo(BASE.keySet());
    assertThat(
            files.keySet().stream().filter(name -> !Arrays.equals(files.get(name), BASE.get(name))))
        .containsExactlyElementsOf(expected);
  }

  @Test
  @Tag("SVX-349")
  @Tag("SVX-350")
  void tonesOfTheBaseThemeAreEmptyAndThoseOfOthersGoDownOnEntryAndUpOnExit() {
    assertThat(samples(BASE.get("conf-participant_entry_tone" + END)).remaining()).isZero();
    assertThat(samples(BASE.get("conf-participant_exit_tone" + END)).remaining()).isZero();
    Map<String, byte[]> files = PreconfiguredTheme.AMERICAN_WITH_TONES.files().files();
    ShortBuffer entry = samples(files.get("conf-participant_entry_tone" + END));
    ShortBuffer exit = samples(files.get("conf-participant_exit_tone" + END));
    int half = entry.remaining() / 2;
    assertThat(crossings(entry, 0, half)).isGreaterThan(crossings(entry, half, 2 * half));
    assertThat(crossings(exit, 0, half)).isLessThan(crossings(exit, half, 2 * half));
  }

  private static int crossings(ShortBuffer sound, int from, int to) {
    int crossings = 0;
    for (int at = from + 1; at < to; at++) {
      if (sound.get(at - 1) < 0 && sound.get(at) >= 0) {
        crossings++;
      }
    }
    return crossings;
  }

  static Stream<Map.Entry<String, byte[]>> prompts() {
    TreeMap<String, byte[]> prompts = new TreeMap<>();
    Stream.of(PreconfiguredTheme.AMERICAN, PreconfiguredTheme.BRITISH)
        .forEach(
            theme ->
                theme.files().files().entrySet().stream()
                    .filter(file -> file.getKey().endsWith(END))
                    .filter(file -> !file.getKey().contains("_tone"))
                    .forEach(file -> prompts.put(theme + ":" + file.getKey(), file.getValue())));
    return prompts.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("prompts")
  @Tag("SVX-332")
  @Tag("SVX-334")
  void promptsAreEquallyLoudAndBeginAndEndInSilence(Map.Entry<String, byte[]> prompt)
      throws Exception {
    WaveFormat.check(prompt.getValue());
    ShortBuffer sound = samples(prompt.getValue());
    assertThat(level(sound)).as("dB below full scale").isBetween(-25.0, -20.0);
    int first = firstSound(sound);
    int end = lastSound(sound);
    boolean early =
        Stream.of(
                "2sd-number-pound-key",
                "capacity_exceeded",
                "getpin",
                "licens",
                "placeintoconf",
                "test_call_48",
                "waitforleader",
                "waithostpin",
                "only_participant")
            .anyMatch(prompt.getKey()::contains);
    assertThat(first).isBetween(early ? 2 * RATE : 0, early ? 2 * RATE + RATE / 5 : RATE / 4);
    assertThat(sound.remaining() - end).isBetween(RATE / 10, RATE);
  }

  private static ShortBuffer samples(byte[] wave) {
    return ByteBuffer.wrap(wave, HEADER, wave.length - HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer();
  }

  private static int firstSound(ShortBuffer sound) {
    int at = 0;
    while (Math.abs(sound.get(at)) < 100) {
      at++;
    }
    return at;
  }

  private static int lastSound(ShortBuffer sound) {
    int at = sound.remaining() - 1;
    while (Math.abs(sound.get(at)) < 100) {
      at--;
    }
    return at;
  }

  /** Mean power of the windows in which somebody speaks. */
  private static double level(ShortBuffer sound) {
    double power = 0;
    int windows = 0;
    for (int from = 0; from + WINDOW <= sound.remaining(); from += WINDOW) {
      double sum = 0;
      for (int at = from; at < from + WINDOW; at++) {
        double sample = sound.get(at) / 32768.0;
        sum += sample * sample;
      }
      if (sum / WINDOW > 1e-4) {
        power += sum / WINDOW;
        windows++;
      }
    }
    return 10 * Math.log10(power / windows);
  }

  @Test
  @Tag("SVX-364")
  void graphicsAreTransparentInBothColours() throws Exception {
    Map<String, byte[]> graphics = ShippedFiles.graphics().files();
    assertThat(graphics).hasSize(4);
    for (Map.Entry<String, byte[]> file : graphics.entrySet()) {
      var picture = ImageIO.read(new java.io.ByteArrayInputStream(file.getValue()));
      assertThat(picture.getWidth()).isEqualTo(1920);
      assertThat(picture.getRGB(0, 0) >>> 24).as("opacity of the ground").isZero();
    }
  }
}
