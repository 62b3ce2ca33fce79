package org.plenum.installer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.model.process.StartupException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ServerOptionsTest {
  @Command(name = "test")
  private static final class Options {
    @Mixin private ServerOptions server = new ServerOptions();
  }

  private static ServerOptions parse(String server) {
    Options options = new Options();
    new CommandLine(options).parseArgs("--server", server);
    return options.server;
  }

  @ParameterizedTest
  @CsvSource({
    "mgr.example.org, https://mgr.example.org:18443",
    "https://mgr.example.org/, https://mgr.example.org:18443",
    "192.0.2.1:443, https://192.0.2.1:443",
    "[2001:db8::1], https://[2001:db8::1]:18443"
  })
  void thePortIsThatOfTheServiceUnlessItIsGiven(String server, String address) {
    assertThat(parse(server).address()).hasToString(address);
  }

  @Test
  void whatIsNoServerIsRefused() {
    assertThatThrownBy(() -> parse("mgr:70000").address())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("--server");
    assertThatThrownBy(() -> parse("http://mgr").address()).isInstanceOf(StartupException.class);
  }
}
