package org.plenum.management.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.LoginFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;

class AuthenticatorTest {
  private static final String HOME = "192.0.2.1";

  @TempDir Path folder;
  private Instant now = StoreFixture.START;
  private StoreFixture store;
  private Accounts accounts;
  private Authenticator authenticator;

  @BeforeEach
  void openStore() {
    store = new StoreFixture(folder);
    LoginFixture logins = LoginFixture.of(store);
    accounts = logins.accounts();
    accounts.put("alice", "correct horse", Role.READ_WRITE);
    authenticator = logins.authenticator();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private Login authenticate(String username, String password, String address) {
    return authenticator.authenticate(
        new Proof.Password(username, password), address, Permission.MAY_USE_API);
  }

  private void fail(int times, String username, String address) {
    for (int i = 0; i < times; i++) {
      authenticate(username, "wrong", address);
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
    store.setTime(now);
  }

  @Test
  @Tag("SYS-032")
  void comparesNamesAndPasswordsWithCase() {
    assertThat(authenticate("alice", "correct horse", HOME))
        .isEqualTo(
            new Login.Granted(accounts.of(Identity.Local.withPassword("alice")).orElseThrow()));
    assertThat(authenticate("Alice", "correct horse", HOME)).isEqualTo(new Login.Refused());
    assertThat(authenticate("alice", "Correct horse", HOME)).isEqualTo(new Login.Refused());
  }

  @Test
  @Tag("SYS-055")
  void saysTheSameAboutAnUnknownNameAndAWrongPassword() {
    assertThat(authenticate("nobody", "", HOME)).isEqualTo(new Login.Refused());
    assertThat(authenticate("alice", "", HOME)).isEqualTo(new Login.Refused());
  }

  @Test
  void makesGuessersWaitLongerAndLonger() {
    fail(6, "alice", HOME);
    assertThat(authenticate("alice", "correct horse", HOME))
        .isEqualTo(new Login.TryLater(Duration.ofSeconds(1)));

    pass(Duration.ofSeconds(1));
    fail(1, "alice", HOME);
    assertThat(authenticate("alice", "correct horse", HOME))
        .isEqualTo(new Login.TryLater(Duration.ofSeconds(2)));

    pass(Duration.ofSeconds(2));
    assertThat(authenticate("alice", "correct horse", HOME)).isInstanceOf(Login.Granted.class);
  }

  @Test
  void doesNotLockAnAccountForOtherAddresses() {
    fail(6, "alice", "198.51.100.7");

    assertThat(authenticate("alice", "correct horse", HOME)).isInstanceOf(Login.Granted.class);
  }

  @Test
  void noticesANewPasswordAtOnceWhenTold() {
    authenticate("alice", "correct horse", HOME);
    accounts.put("alice", "battery staple", Role.READ_ONLY);

    authenticator.forget();

    assertThat(authenticate("alice", "correct horse", HOME)).isEqualTo(new Login.Refused());
    assertThat(authenticate("alice", "battery staple", HOME))
        .isInstanceOfSatisfying(
            Login.Granted.class,
            granted ->
                assertThat(granted.account().permissions()).isEqualTo(Permissions.READ_ONLY));
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
