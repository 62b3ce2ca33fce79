package org.plenum.media.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class G711Test {

  private static final float FULL_SCALE = 32_768;

  @ParameterizedTest
  @CsvSource({
    // Ends and middles of ITU-T G.711 tables 2a and 2b, on a 16-bit scale.
    "0xff, 0",
    "0x80, 32124",
    "0x00, -32124",
    "0xf0, 120",
    "0xef, 132",
    "0x8f, 16764",
  })
  void muLawDecodesByTheTable(int code, int sample) {
    assertThat(G711.MU_LAW.decode((byte) code) * FULL_SCALE).isEqualTo(sample);
  }

  @ParameterizedTest
  @CsvSource({
    "0xd5, 8",
    "0x55, -8",
    "0xaa, 32256",
    "0x2a, -32256",
    "0xda, 248",
    "0xc5, 264",
  })
  void aLawDecodesByTheTable(int code, int sample) {
    assertThat(G711.A_LAW.decode((byte) code) * FULL_SCALE).isEqualTo(sample);
  }

  @Test
  void everyCodeSurvivesDecodingAndEncoding() {
    for (G711 law : new G711[] {G711.MU_LAW, G711.A_LAW}) {
      for (int code = 0; code < 256; code++) {
        float sample = law.decode((byte) code);
        assertThat(law.decode(law.encode(sample))).isEqualTo(sample);
      }
    }
  }

  @Test
  void theErrorGrowsWithTheLevelOnly() {
    for (G711 law : new G711[] {G711.MU_LAW, G711.A_LAW}) {
      for (int sample = -32_000; sample <= 32_000; sample += 7) {
        float value = sample / FULL_SCALE;
        assertThat(law.decode(law.encode(value)))
            .isCloseTo(value, within(Math.max(16 / FULL_SCALE, Math.abs(value) / 24)));
      }
    }
  }

  @Test
  void whatIsBeyondFullScaleIsCut() {
    assertThat(G711.MU_LAW.decode(G711.MU_LAW.encode(2))).isEqualTo(32_124 / FULL_SCALE);
    assertThat(G711.A_LAW.decode(G711.A_LAW.encode(-2))).isEqualTo(-32_256 / FULL_SCALE);
  }
}
