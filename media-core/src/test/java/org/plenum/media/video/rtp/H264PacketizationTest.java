package org.plenum.media.video.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.media.video.rtp.Bytes.hex;
import static org.plenum.media.video.rtp.Bytes.nal;
import static org.plenum.media.video.rtp.Bytes.picture;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.media.video.codec.EncodedPicture;

class H264PacketizationTest {

  private static final byte[] START_CODE = hex("00000001");
  private static final byte[] SPS = hex("67 42C01F DA014016");
  private static final byte[] PPS = hex("68 CE3C80 01");

  private final RecordedPictures output = new RecordedPictures();
  private final H264Depacketizer depacketizer = new H264Depacketizer(output);
  private final Payloads payloads = new Payloads();

  @Test
  void singleNalUnitBecomesPictureWithStartCode() {
    packet("41 9A 2C 17", 3000, true); // non-IDR slice, first_mb_in_slice 0

    assertThat(output.pictures).hasSize(1);
    assertThat(output.pictures.getFirst().bytes()).isEqualTo(hex("00000001 41 9A 2C 17"));
    assertThat(output.pictures.getFirst().keyFrame()).isFalse();
    assertThat(output.pictures.getFirst().timestamp()).isEqualTo(3000);
  }

  @Test
  void aggregateIsTakenApart() {
    String header = "78"; // STAP-A, NRI 3
    String sps = "0003 674201";
    String pps = "0002 68CE";
    String idr = "0002 6588";
    packet(header + sps + pps + idr, 0, true);

    assertThat(output.pictures.getFirst().bytes())
        .isEqualTo(hex("00000001 674201 00000001 68CE 00000001 6588"));
    assertThat(output.pictures.getFirst().keyFrame()).isTrue();
  }

  @Test
  void fragmentsAreJoined() {
    packet("7C 85 88 01", 0, false); // FU-A, start, type 5
    packet("7C 05 02 03", 0, false); // middle
    packet("7C 45 04 05", 0, true); //  end

    assertThat(output.pictures.getFirst().bytes()).isEqualTo(hex("00000001 65 88 01 02 03 04 05"));
    assertThat(output.pictures.getFirst().keyFrame()).isTrue();
  }

  @Test
  void pictureEndsWhenTimestampChangesWithoutMarker() {
    packet("41 9A", 0, false);
    packet("41 9B", 3000, false);

    assertThat(output.pictures).hasSize(1);
    assertThat(output.pictures.getFirst().timestamp()).isZero();
  }

  @Test
  void missingFragmentLosesThePictureOnly() {
    packet("7C 85 88 01", 0, false);
    depacketizer.gap();
    packet("7C 45 04 05", 0, true);
    packet("41 9A", 3000, true);

    assertThat(output.losses).isEqualTo(1);
    assertThat(output.pictures).hasSize(1);
    assertThat(output.pictures.getFirst().timestamp()).isEqualTo(3000);
  }

  @Test
  void pictureWhoseFirstSliceIsMissingIsLost() {
    packet("41 9A", 0, true);
    depacketizer.gap();
    packet("41 0A", 3000, true); // first_mb_in_slice is not 0

    assertThat(output.pictures).hasSize(1);
    assertThat(output.losses).isEqualTo(2); // one for the gap, one for the picture
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7C", // FU-A without FU header
        "7C 05 01", // continuation without start
        "78", // empty STAP-A
        "78 00", // half a size
        "78 0009 65", // unit longer than the packet
        "78 0000", // unit without header
        "79 0000 0001 65", // STAP-B belongs to mode 2
        "1F", // undefined type
      })
  void malformedPayloadsLoseThePicture(String payload) {
    packet(payload, 0, true);

    assertThat(output.pictures).isEmpty();
    assertThat(output.losses).isEqualTo(1);
  }

  @Test
  void emptyPayloadIsIgnored() {
    packet("", 0, false);
    packet("41 9A", 0, true);

    assertThat(output.pictures).hasSize(1);
  }

  @Test
  void modeOneAggregatesParameterSetsAndFragmentsSlices() {
    byte[] slice = nal(0x65, 5000);
    new H264Packetizer(1).packetize(keyPicture(slice), payloads);

    assertThat(payload(0)[0] & 0x1F).isEqualTo(24);
    for (int i = 0; i < payloads.count(); i++) {
      assertThat(payloads.length(i)).isLessThanOrEqualTo(Packetizer.MAX_PAYLOAD);
    }
    assertThat(payloads.count()).isEqualTo(6);
    assertRoundTrip(slice);
  }

  @Test
  void modeZeroSendsEachUnitAlone() {
    byte[] slice = nal(0x65, 900);
    new H264Packetizer(0).packetize(keyPicture(slice), payloads);

    assertThat(payloads.count()).isEqualTo(3);
    assertThat(payload(0)).isEqualTo(SPS);
    assertThat(payload(2)).isEqualTo(slice);
    assertRoundTrip(slice);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1199, 1200, 1201, 1202, 2397, 2398, 100_000})
  void everyLengthSurvives(int length) {
    byte[] slice = nal(0x65, length);
    new H264Packetizer(1).packetize(keyPicture(slice), payloads);

    assertRoundTrip(slice);
  }

  @Test
  void shortStartCodesAreFound() {
    new H264Packetizer(1)
        .packetize(picture(hex("000001"), SPS, hex("000001"), nal(0x41, 20)), payloads);

    assertThat(payloads.count()).isEqualTo(2);
    assertThat(payload(1)).isEqualTo(nal(0x41, 20));
  }

  @Test
  void pictureLongerThanTheLimitIsLost() {
    byte[] chunk = nal(0x7C, 60_000);
    chunk[1] = (byte) 0x81;
    depacketizer.packet(chunk, 0, chunk.length, 0, false);
    chunk[1] = 0x01;
    for (int i = 0; i < EncodedPicture.MAX_LENGTH / chunk.length; i++) {
      depacketizer.packet(chunk, 0, chunk.length, 0, false);
    }
    chunk[1] = 0x41;
    depacketizer.packet(chunk, 0, chunk.length, 0, true);

    assertThat(output.pictures).isEmpty();
    assertThat(output.losses).isEqualTo(1);
  }

  private static EncodedPicture keyPicture(byte[] slice) {
    return picture(START_CODE, SPS, START_CODE, PPS, START_CODE, slice);
  }

  private void assertRoundTrip(byte[] slice) {
    for (int i = 0; i < payloads.count(); i++) {
      depacketizer.packet(
          payloads.buffer(), payloads.offset(i), payloads.length(i), 0, i == payloads.count() - 1);
    }
    EncodedPicture sent = keyPicture(slice);
    assertThat(output.losses).isZero();
    assertThat(output.pictures).hasSize(1);
    assertThat(output.pictures.getFirst().bytes())
        .isEqualTo(Arrays.copyOf(sent.bytes(), sent.length()));
    assertThat(output.pictures.getFirst().keyFrame()).isTrue();
  }

  private byte[] payload(int index) {
    return Arrays.copyOfRange(
        payloads.buffer(), payloads.offset(index), payloads.offset(index) + payloads.length(index));
  }

  private void packet(String payload, int timestamp, boolean marker) {
    byte[] bytes = hex(payload);
    depacketizer.packet(bytes, 0, bytes.length, timestamp, marker);
  }
}
