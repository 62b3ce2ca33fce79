package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.installer.peer.Baresip;
import org.plenum.installer.peer.BaresipAccount;
import org.plenum.installer.peer.FreePorts;
import org.plenum.installer.peer.Tones;

/** Three endpoints on three transports with three codecs hear each other and not themselves. */
class AudioMeetingIT {

  private static final int[] TONES = {440, 1000, 1700};

  @TempDir static Path folder;
  private static Deployment deployment;

  @BeforeAll
  static void start() throws Exception {
    deployment = Deployment.start(folder);
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Test
  @Tag("PLAT-029")
  @Tag("SVC-190")
  void everyoneHearsTheOthersAndNotThemselves() throws Exception {
    meet(
        List.of(
            BaresipAccount.audio("udp-pcmu", "udp", "PCMU/8000/1", TONES[0], ""),
            BaresipAccount.audio("tcp-opus", "tcp", "opus/48000/2", TONES[1], ""),
            BaresipAccount.audio("tls-g722", "tls", "G722/16000/1", TONES[2], "srtp-mand")));
  }

  @Test
  @Tag("PLAT-127")
  void keysComeByDtlsToo() throws Exception {
    meet(
        List.of(
            BaresipAccount.audio("plain-pcma", "udp", "PCMA/8000/1", TONES[0], ""),
            BaresipAccount.audio("dtls-opus", "udp", "opus/48000/2", TONES[1], "dtls_srtp")));
  }

  private static void meet(List<BaresipAccount> accounts) throws Exception {
    List<Baresip> endpoints = accounts.stream().map(account -> endpoint(account)).toList();
    try {
      for (int i = 0; i < endpoints.size(); i++) {
        endpoints.get(i).dial(deployment.uri("meet", accounts.get(i).transport()));
        endpoints.get(i).awaitEvent("CALL_ESTABLISHED");
      }
      deployment.awaitParticipants(accounts.size());
      deployment.awaitUndisturbed(accounts.size(), Duration.ofSeconds(6));
      for (Baresip endpoint : endpoints) {
        endpoint.hangUp();
        endpoint.awaitEvent("CALL_CLOSED");
      }
      deployment.awaitParticipants(0);
    } finally {
      for (Baresip endpoint : endpoints) {
        endpoint.close();
      }
    }
    for (int i = 0; i < endpoints.size(); i++) {
      assertHears(endpoints.get(i), accounts.get(i), i, accounts.size());
    }
  }

  private static void assertHears(Baresip endpoint, BaresipAccount account, int self, int count)
      throws Exception {
    Tones all = Tones.read(endpoint.recording());
    // All three are in the conference in the last seconds but the very last, when others leave.
    Tones heard = all.between(all.seconds() - 4, all.seconds() - 1);
    double own = heard.level(TONES[self]);
    if (self == count - 1) {
      // Who joins last finds the others talking.
      assertThat(all.firstHeard(TONES[0], -40))
          .as("seconds from joining to the first sound at %s", account.name())
          .isBetween(0.0, 1.0);
    }
    for (int other = 0; other < count; other++) {
      if (other != self) {
        assertThat(heard.level(TONES[other]))
            .as(
                "%s hears %d Hz, its own %d Hz at %.1f dB",
                account.name(), TONES[other], TONES[self], own)
            .isGreaterThan(-30)
            .isGreaterThan(own + 30);
      }
    }
  }

  private static Baresip endpoint(BaresipAccount account) {
    try {
      return new Baresip(folder, account, FreePorts.block(12));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
