package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.plenum.media.rtcp.Report;
import org.plenum.media.rtcp.RtcpPacket;
import org.plenum.media.rtcp.RtcpWriter;

class ReceptionStatisticsTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final SequenceWindow window = new SequenceWindow();
  private final ReceptionStatistics statistics = new ReceptionStatistics(window);

  @Test
  void lossesAreReportedByInterval() {
    receive(0, 1, 2, 4);
    Report first = report();
    assertThat(first.fractionLost(0)).isEqualTo(256 / 5);
    assertThat(first.cumulativeLost(0)).isEqualTo(1);
    assertThat(first.extendedHighestSequence(0)).isEqualTo(4);

    receive(5, 6);
    Report second = report();
    assertThat(second.fractionLost(0)).isZero();
    assertThat(second.cumulativeLost(0)).isEqualTo(1);
    assertThat(statistics.lost()).isEqualTo(1);
  }

  @Test
  void lossesSurviveARestartOfTheSource() {
    receive(0, 2);
    window.reset();
    receive(1000, 1001);

    assertThat(statistics.lost()).isEqualTo(1);
    assertThat(statistics.packets()).isEqualTo(4);
  }

  @Test
  void jitterFollowsTheVariationOfTransit() {
    for (int i = 0; i < 500; i++) {
      window.accept(i, false);
      // Every other packet is 10 ms late.
      statistics.onPacket(i * 160, 8000, (i * 20L + (i % 2) * 10L) * MILLI);
    }

    assertThat(statistics.jitterMillis()).isCloseTo(10, within(0.5));
  }

  @Test
  void steadyPacketsHaveNoJitter() {
    for (int i = 0; i < 500; i++) {
      window.accept(i, false);
      statistics.onPacket(i * 960, 48_000, i * 20L * MILLI);
    }

    assertThat(statistics.jitterMillis()).isCloseTo(0, within(0.05));
  }

  @Test
  void theLastSenderReportIsEchoedWithItsAge() {
    receive(0);
    statistics.onSenderReport(0x1234_5678, 0);

    RtcpWriter writer = new RtcpWriter();
    Report report = report(writer, 500 * MILLI);
    assertThat(report.lastSenderReport(0)).isEqualTo(0x1234_5678);
    assertThat(report.delaySinceLastSenderReport(0)).isEqualTo(0x8000);
  }

  private void receive(int... sequenceNumbers) {
    for (int sequenceNumber : sequenceNumbers) {
      if (window.accept(sequenceNumber, false) == SequenceWindow.Verdict.RESTARTED) {
        statistics.onRestart();
      }
      statistics.onPacket(sequenceNumber * 160, 8000, sequenceNumber * 20L * MILLI);
    }
  }

  private Report report() {
    return report(new RtcpWriter(), 0);
  }

  private Report report(RtcpWriter writer, long nowNanos) {
    writer.start();
    writer.receiverReport(1);
    statistics.writeBlock(writer, 2, nowNanos);
    RtcpPacket packet = new RtcpPacket();
    Report report = new Report();
    assertThat(packet.first(writer.buffer(), 0, writer.length())).isTrue();
    assertThat(report.parse(packet)).isTrue();
    return report;
  }
}
