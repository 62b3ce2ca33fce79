package org.plenum.management.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.store.Database;

class AuthenticatorTest {
  private static final String HOME = "192.0.2.1";

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private Database database;
  private Accounts accounts;
  private Authenticator authenticator;

  @BeforeEach
  void openDatabase() {
    database = Database.open(folder.resolve("plenum.db"));
    accounts = new Accounts(database, now::get);
    accounts.put("alice", "correct horse", Role.READ_WRITE);
    authenticator = new Authenticator(accounts, now::get);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private void fail(int times, String username, String address) {
    for (int i = 0; i < times; i++) {
      authenticator.authenticate(username, "wrong", address);
    }
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Test
  @Tag("SYS-032")
  void comparesNamesAndPasswordsWithCase() {
    assertThat(authenticator.authenticate("alice", "correct horse", HOME))
        .isEqualTo(new Login.Granted(accounts.find("alice").orElseThrow()));
    assertThat(authenticator.authenticate("Alice", "correct horse", HOME))
        .isEqualTo(new Login.Refused());
    assertThat(authenticator.authenticate("alice", "Correct horse", HOME))
        .isEqualTo(new Login.Refused());
  }

  @Test
  @Tag("SYS-055")
  void saysTheSameAboutAnUnknownNameAndAWrongPassword() {
    assertThat(authenticator.authenticate("nobody", "", HOME)).isEqualTo(new Login.Refused());
    assertThat(authenticator.authenticate("alice", "", HOME)).isEqualTo(new Login.Refused());
  }

  @Test
  void makesGuessersWaitLongerAndLonger() {
    fail(6, "alice", HOME);
    assertThat(authenticator.authenticate("alice", "correct horse", HOME))
        .isEqualTo(new Login.TryLater(Duration.ofSeconds(1)));

    pass(Duration.ofSeconds(1));
    fail(1, "alice", HOME);
    assertThat(authenticator.authenticate("alice", "correct horse", HOME))
        .isEqualTo(new Login.TryLater(Duration.ofSeconds(2)));

    pass(Duration.ofSeconds(2));
    assertThat(authenticator.authenticate("alice", "correct horse", HOME))
        .isInstanceOf(Login.Granted.class);
  }

  @Test
  void doesNotLockAnAccountForOtherAddresses() {
    fail(6, "alice", "198.51.100.7");

    assertThat(authenticator.authenticate("alice", "correct horse", HOME))
        .isInstanceOf(Login.Granted.class);
  }

  @Test
  void noticesANewPasswordAtOnceWhenTold() {
    authenticator.authenticate("alice", "correct horse", HOME);
    accounts.put("alice", "battery staple", Role.READ_ONLY);

    authenticator.forget();

    assertThat(authenticator.authenticate("alice", "correct horse", HOME))
        .isEqualTo(new Login.Refused());
    assertThat(authenticator.authenticate("alice", "battery staple", HOME))
        .isInstanceOfSatisfying(
            Login.Granted.class,
            granted -> assertThat(granted.account().role()).isEqualTo(Role.READ_ONLY));
  }

  @Test
  void keepsPasswordsAsSaltedHashesThatCanBeReadBack() {
    SecureRandom random = new SecureRandom();
    PasswordHash first = PasswordHash.of("correct horse", random);
    PasswordHash second = PasswordHash.of("correct horse", random);

    assertThat(first.text()).startsWith("$argon2id$v=19$m=").isNotEqualTo(second.text());
    assertThat(PasswordHash.parse(first.text()))
        .hasValueSatisfying(hash -> assertThat(hash.matches("correct horse")).isTrue());
    assertThat(PasswordHash.parse("$argon2id$v=19$m=999999999,t=2,p=1$AAAA$AAAA")).isEmpty();
    assertThat(PasswordHash.parse("nonsense")).isEmpty();
  }
}
