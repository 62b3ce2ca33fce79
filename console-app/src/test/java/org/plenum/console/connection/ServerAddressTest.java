package org.plenum.console.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "mgmt.example.com, mgmt.example.com:18443",
    "MGMT.example.com:8443, mgmt.example.com:8443",
    "192.0.2.1, 192.0.2.1:18443",
    "[2001:db8::1]:443, [2001:db8::1]:443",
    "https://mgmt.example.com/, mgmt.example.com:18443",
    "' localhost ', localhost:18443",
  })
  void readsWhatPeopleType(String typed, String address) {
    assertThat(ServerAddress.parse(typed)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "host:0", "host:65536", "host:x", "2001:db8::1", "http://x"})
  void refusesWhatIsNoAddress(String typed) {
    assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.parse(typed));
  }

  @Test
  void waitsLongerWithEachAttemptUpToALimit() {
    Backoff backoff = new Backoff(RandomGenerator.of("SplittableRandom"));
    assertThat(backoff.before(1)).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
    assertThat(backoff.before(3)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
    assertThat(backoff.before(500)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(24));
  }
}
