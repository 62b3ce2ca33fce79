package org.plenum.management.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.management.auth.Identity;

class SessionsTest {
  private static final UUID CONSOLE = UUID.fromString("5cf0a1de-28a1-4b7e-9f5c-0c8c5a1f7d11");
  private static final UUID OTHER = UUID.fromString("1b3a44f6-7f0e-4a1b-8a56-0f6d2d9a3a02");

  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private Duration timeout = Duration.ofMinutes(30);
  private final Sessions sessions = new Sessions(() -> timeout, () -> now);

  @Test
  void findsASessionByItsTokenAtItsConsoleOnly() {
    Sessions.Opened opened = sessions.open(Identity.Local.withPassword("alice"), CONSOLE);

    assertThat(sessions.find(opened.token(), CONSOLE)).containsSame(opened.session());
    assertThat(sessions.find(opened.token(), OTHER)).isEmpty();
    assertThat(sessions.find("guess", CONSOLE)).isEmpty();
    assertThat(opened.toString()).doesNotContain(opened.token());
  }

  @Test
  @Tag("PLAT-167")
  void endsWhatIsIdleForTooLongWithWhatHangsOnIt() {
    Sessions.Opened busy = sessions.open(Identity.Local.withPassword("alice"), CONSOLE);
    Sessions.Opened idle = sessions.open(Identity.Local.withPassword("bob"), CONSOLE);
    List<String> ended = new ArrayList<>();
    busy.session().whenEnded(() -> ended.add("alice"));
    idle.session().whenEnded(() -> ended.add("bob"));
    idle.session().whenEnded(() -> ended.add("forgotten")).run();
    now = now.plus(Duration.ofMinutes(20));
    busy.session().active(now);
    now = now.plus(Duration.ofMinutes(11));

    sessions.endIdle(session -> false);

    assertThat(ended).containsExactly("bob");
    assertThat(sessions.find(busy.token(), CONSOLE)).isPresent();
    assertThat(sessions.find(idle.token(), CONSOLE)).isEmpty();
  }

  @Test
  void aShorterTimeoutHoldsForOpenSessions() {
    Sessions.Opened opened = sessions.open(Identity.Local.withPassword("alice"), CONSOLE);
    now = now.plus(Duration.ofMinutes(6));
    timeout = Duration.ofMinutes(5);

    assertThat(sessions.find(opened.token(), CONSOLE)).isEmpty();
  }

  @Test
  void whatHangsOnAnEndedSessionEndsAtOnce() {
    Sessions.Opened opened = sessions.open(Identity.Local.withPassword("alice"), CONSOLE);
    sessions.end(opened.session());
    List<String> ended = new ArrayList<>();

    opened.session().whenEnded(() -> ended.add("late"));

    assertThat(ended).containsExactly("late");
  }

  @Test
  void theLongestIdleSessionMakesRoomWhenThereAreTooMany() {
    Sessions.Opened first = sessions.open(Identity.Local.withPassword("alice"), CONSOLE);
    now = now.plusSeconds(1);
    Sessions.Opened second = sessions.open(Identity.Local.withPassword("alice"), CONSOLE);
    now = now.plusSeconds(1);
    first.session().active(now);

    for (int i = 0; i < 999; i++) {
      sessions.open(Identity.Local.withPassword("bob"), OTHER);
    }

    assertThat(sessions.find(first.token(), CONSOLE)).isPresent();
    assertThat(sessions.find(second.token(), CONSOLE)).isEmpty();
  }
}
