package org.plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendBudgetTest {

  private final SendBudget budget = new SendBudget();

  @Test
  void startsAtTheLimit() {
    assertThat(budget.limit(1000)).isEqualTo(1000);
    assertThat(budget.limit(2000)).isEqualTo(2000);
    assertThat(budget.limit(500)).isEqualTo(500);
  }

  @Test
  void fallsWithLossAndRecoversSlowly() {
    budget.limit(1000);

    int afterLoss = budget.onReport(64);
    assertThat(afterLoss).isEqualTo(875);
    assertThat(budget.onReport(13)).isEqualTo(875);
    assertThat(budget.onReport(0)).isBetween(876, 999);
    for (int i = 0; i < 10; i++) {
      budget.onReport(0);
    }
    assertThat(budget.onReport(0)).isEqualTo(1000);
  }

  @Test
  void keepsAMinimum() {
    budget.limit(1000);
    for (int i = 0; i < 50; i++) {
      budget.onReport(255);
    }

    assertThat(budget.onReport(255)).isEqualTo(64);
  }
}
