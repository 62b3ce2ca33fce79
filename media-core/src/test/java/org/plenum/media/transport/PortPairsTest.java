package org.plenum.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortPairsTest {

  @Test
  void beginAtAnEvenPortAndStayInTheRange() {
    PortPairs pairs = new PortPairs(4001, 4006);

    assertThat(pairs.size()).isEqualTo(2);
    assertThat(pairs.take()).hasValue(4002);
    assertThat(pairs.take()).hasValue(4004);
    assertThat(pairs.take()).isEmpty();
  }

  @Test
  void areReusedOnlyAfterAllOthers() {
    PortPairs pairs = new PortPairs(4000, 4005);
    int first = pairs.take().orElseThrow();
    pairs.give(first);

    assertThat(pairs.take()).hasValue(4002);
    assertThat(pairs.take()).hasValue(4004);
    assertThat(pairs.take()).hasValue(first);
    assertThat(pairs.taken()).isEqualTo(3);
  }
}
