package org.plenum.node;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.pki.CredentialStoreException;

class NodeAgentTest {
  private static final int ANY_PORT = 0;

  @TempDir Path folder;

  @Test
  void aNodeThatCannotTakeCallsStopsWhateverTheReason() throws Exception {
    NodeConfig config = EnrolledNodeFixture.write(folder, ANY_PORT, ANY_PORT, ANY_PORT, ANY_PORT);
    Files.writeString(
        Files.createDirectory(folder.resolve("sip-tls")).resolve("credentials.pem"), "damaged");

    try (NodeAgent agent = new NodeAgent(config)) {
      agent.start();
      assertThatThrownBy(agent::awaitStop).hasCauseInstanceOf(CredentialStoreException.class);
    }
  }
}
