package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DIAG-350")
class LogEntryTest {

  @Test
  void pairsFollowTheMessage() {
    assertThat(LogEntry.message("Hello.").with("Participant", "ann").toString())
        .isEqualTo("Message=\"Hello.\" Participant=\"ann\"");
  }

  @Test
  @Tag("DIAG-351")
  @Tag("DIAG-352")
  void whatACallerSendsCannotForgeALine() {
    assertThat(LogEntry.message("m").with("DisplayName", "a\" b=\"c\\\r\nd\u001b[31m").toString())
        .isEqualTo("Message=\"m\" DisplayName=\"a\\\" b=\\\"c\\\\^Md[31m\"");
  }
}
