package org.plenum.media.video.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendBudgetTest {

  private static final long SECOND = 1_000_000_000;

  private final SendBudget budget = new SendBudget();

  @Test
  void limitIsInForceAtOnce() {
    budget.limit(1_000);
    assertThat(budget.rateKbps()).isEqualTo(900);
    budget.limit(300);
    assertThat(budget.rateKbps()).isEqualTo(256);
  }

  @Test
  void fallsAtOnceAndRisesLater() {
    budget.limit(2_000);
    budget.estimate(500, 0);
    assertThat(budget.rateKbps()).isEqualTo(384);

    budget.estimate(1_500, SECOND);
    budget.estimate(1_500, 3 * SECOND);
    assertThat(budget.rateKbps()).isEqualTo(384);
    budget.estimate(1_500, 5 * SECOND);
    assertThat(budget.rateKbps()).isEqualTo(1_200);
  }

  @Test
  void doesNotRiseForASmallSurplus() {
    budget.limit(2_000);
    budget.estimate(800, 0);
    budget.estimate(910, SECOND);
    budget.estimate(910, 20 * SECOND);

    assertThat(budget.rateKbps()).isEqualTo(700);
  }

  @Test
  void aDipInterruptsTheRise() {
    budget.limit(2_000);
    budget.estimate(500, 0);
    budget.estimate(1_500, SECOND);
    budget.estimate(450, 4 * SECOND);
    budget.estimate(1_500, 6 * SECOND);

    assertThat(budget.rateKbps()).isEqualTo(384);
  }
}
