package org.plenum.media.video.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.media.video.rtp.Bytes.hex;
import static org.plenum.media.video.rtp.Bytes.nal;
import static org.plenum.media.video.rtp.Bytes.picture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Vp8PacketizationTest {

  private final RecordedPictures output = new RecordedPictures();
  private final Vp8Depacketizer depacketizer = new Vp8Depacketizer(output);

  @ParameterizedTest
  @CsvSource({
    "10 | AABBCC, shortest descriptor",
    "90 80 11 | AABBCC, 7-bit picture identifier",
    "90 80 9111 | AABBCC, 15-bit picture identifier",
    "90 40 05 | AABBCC, TL0PICIDX",
    "90 20 60 | AABBCC, TID",
    "90 10 1F | AABBCC, KEYIDX",
    "90 F0 9111 05 60 | AABBCC, everything",
    "B0 00 | AABBCC, extension without fields and non-reference",
  })
  void descriptorIsSkipped(String packet, String description) {
    packet(packet.replace("|", ""), 0, true);

    assertThat(output.pictures).as(description).hasSize(1);
    assertThat(output.pictures.getFirst().bytes()).isEqualTo(hex("AABBCC"));
  }

  @Test
  void inverseKeyFrameFlagIsRead() {
    packet("10 50", 0, true); // P bit 0
    packet("10 51", 3000, true); // P bit 1

    assertThat(output.pictures)
        .extracting(RecordedPictures.Picture::keyFrame)
        .containsExactly(true, false);
  }

  @Test
  void laterPartitionsContinueThePicture() {
    packet("10 50 01", 0, false);
    packet("11 02", 0, false); // S set, partition 1
    packet("01 03", 0, true);

    assertThat(output.pictures.getFirst().bytes()).isEqualTo(hex("50 01 02 03"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "90", "90 80", "90 80 91", "90 80 9111", "90 40", "90 F0 9111 05"})
  void truncatedDescriptorLosesThePicture(String packet) {
    packet(packet, 0, true);

    assertThat(output.pictures).isEmpty();
    assertThat(output.losses).isEqualTo(1);
  }

  @Test
  void pictureWithoutItsBeginningIsLost() {
    packet("10 50", 0, true);
    depacketizer.gap();
    packet("00 51", 3000, true);

    assertThat(output.pictures).hasSize(1);
    assertThat(output.losses).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1198, 1199, 1200, 2398, 2399, 50_000})
  void everyLengthSurvives(int length) {
    byte[] frame = nal(0x50, length);
    Payloads payloads = new Payloads();
    new Vp8Packetizer().packetize(picture(frame), payloads);

    for (int i = 0; i < payloads.count(); i++) {
      assertThat(payloads.length(i)).isLessThanOrEqualTo(Packetizer.MAX_PAYLOAD);
      depacketizer.packet(
          payloads.buffer(), payloads.offset(i), payloads.length(i), 0, i == payloads.count() - 1);
    }
    assertThat(output.pictures).hasSize(1);
    assertThat(output.pictures.getFirst().bytes()).isEqualTo(frame);
  }

  private void packet(String payload, int timestamp, boolean marker) {
    byte[] bytes = hex(payload);
    depacketizer.packet(bytes, 0, bytes.length, timestamp, marker);
  }
}
