package org.plenum.management.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.NodesFixture;
import org.plenum.model.config.Values;
import org.plenum.model.enrolment.NodeDocumentReader;
import org.plenum.model.enrolment.StaticRoute;
import org.plenum.model.process.ProductVersion;

class NodeEnrolmentTest {
  @TempDir Path folder;

  @Test
  @Tag("INST-132")
  @Tag("SYS-027")
  void theDocumentOfANodeHasItsStaticRoutes() throws InterruptedException {
    try (NodesFixture nodes = new NodesFixture(folder)) {
      long route =
          nodes
              .store()
              .create(
                  "static_route",
                  Map.of(
                      "name", "Branch",
                      "address", "2001:db8:5::",
                      "prefix", 48L,
                      "gateway", "2001:db8::1"));
      long node = nodes.configureNode();
      nodes
          .store()
          .accept(
              Operation.update(
                  "worker_vm", node, Values.of(Map.of("static_routes", List.of(route)))));

      byte[] document = nodes.enrolment().createDocument(node).orElseThrow().content();

      assertThat(
              new NodeDocumentReader(ProductVersion.current(), InstantSource.system())
                  .read(document)
                  .network()
                  .staticRoutes())
          .containsExactly(new StaticRoute("2001:db8:5::", 48, "2001:db8::1"));
    }
  }
}
