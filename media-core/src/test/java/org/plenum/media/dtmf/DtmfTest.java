package org.plenum.media.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.plenum.media.rtp.RtpPacket;

class DtmfTest {

  private static final int EVENTS = 101;
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final List<Character> digits = new ArrayList<>();
  private final DtmfReceiver receiver = new DtmfReceiver(digits::add);
  private final DtmfSender sender = new DtmfSender();
  private final List<byte[]> sent = new ArrayList<>();
  private long now;

  @Test
  void whatIsSentIsReceivedOncePerPress() {
    send("1123456789*0#ABCD", packet -> false);

    assertThat(digits)
        .containsExactly(
            '1', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#', 'A', 'B', 'C', 'D');
  }

  @Test
  void anEventIsSentByTheStandard() {
    send("5", packet -> false);

    assertThat(sent).hasSize(10);
    TelephoneEvent event = new TelephoneEvent();
    RtpPacket packet = new RtpPacket();
    for (int i = 0; i < sent.size(); i++) {
      assertThat(packet.parse(sent.get(i), 0, 16)).isTrue();
      assertThat(event.parse(packet)).isTrue();
      assertThat(packet.marker()).isEqualTo(i == 0);
      assertThat(packet.payloadType()).isEqualTo(EVENTS);
      assertThat(packet.timestamp()).isEqualTo(160);
      assertThat(event.event()).isEqualTo(5);
      assertThat(event.end()).isEqualTo(i >= 7);
      assertThat(event.duration()).isEqualTo(Math.min(i + 1, 8) * 160);
    }
  }

  @Test
  void aLostEndIsNoticedByTheNextPressOrByTime() {
    send("77", packet -> packet % 10 >= 7);
    assertThat(digits).containsExactly('7');

    now += 400 * MILLI;
    receiver.tick(now);
    assertThat(digits).containsExactly('7', '7');
    receiver.tick(now + 400 * MILLI);
    assertThat(digits).hasSize(2);
  }

  @Test
  void repeatedAndReorderedEndsAreOnePress() {
    send("42", packet -> false);
    int before = digits.size();
    receive(sent.get(9));
    receive(sent.get(3));

    assertThat(digits).hasSize(before);
  }

  @Test
  void aVeryLongPressIsOnePress() {
    byte[] packet = new byte[16];
    for (int segment = 0; segment < 3; segment++) {
      RtpPacket.writeHeader(
          packet, 0, false, EVENTS, segment, segment * TelephoneEvent.MAX_DURATION, 1);
      byte[] payload = new byte[TelephoneEvent.LENGTH];
      TelephoneEvent.write(payload, 9, segment == 2, 10, TelephoneEvent.MAX_DURATION);
      System.arraycopy(payload, 0, packet, 12, payload.length);
      receive(packet);
    }

    assertThat(digits).containsExactly('9');
  }

  @Test
  void whatIsNoDigitIsIgnored() {
    send("x1 y", packet -> false);
    byte[] flash = new byte[16];
    RtpPacket.writeHeader(flash, 0, true, EVENTS, 1, 1_000_000, 1);
    flash[12] = 16;
    flash[13] = (byte) 0x80;
    receive(flash);

    assertThat(digits).containsExactly('1');
  }

  @Test
  void withoutAnAgreedPayloadTypeNothingIsSent() {
    sender.configure(OptionalInt.empty(), 8000);
    sender.enqueue("123");

    assertThat(sender.tick((type, time, marker, buffer, offset, length) -> sent.add(buffer), 0))
        .isFalse();
    assertThat(sent).isEmpty();
  }

  private void send(String text, IntPredicate lost) {
    sender.configure(OptionalInt.of(EVENTS), 8000);
    sender.enqueue(text);
    for (int tick = 1; tick <= text.length() * 12; tick++) {
      now += 20 * MILLI;
      sender.tick(
          (type, time, marker, buffer, offset, length) -> {
            byte[] packet = new byte[12 + length];
            RtpPacket.writeHeader(packet, 0, marker, type, sent.size(), time, 1);
            System.arraycopy(buffer, offset, packet, 12, length);
            int index = sent.size();
            sent.add(packet);
            if (!lost.test(index)) {
              receive(packet);
            }
          },
          tick * 160);
    }
  }

  private void receive(byte[] packet) {
    RtpPacket view = new RtpPacket();
    assertThat(view.parse(packet, 0, packet.length)).isTrue();
    receiver.onPacket(view, now);
  }
}
