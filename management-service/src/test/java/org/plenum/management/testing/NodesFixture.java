package org.plenum.management.testing;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.replication.NodeLinks;
import org.plenum.management.status.StatusBoard;
import org.plenum.model.enrolment.ManagementEndpoint;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SubjectNames;

/** Links to nodes, over a real store and real certificates. */
public final class NodesFixture implements AutoCloseable {
  private final StoreFixture store;
  private final StatusBoard board;
  private final NodeEnrolment enrolment;
  private final NodeLinks links;
  private final List<FakeNode> nodes = new ArrayList<>();

  public NodesFixture(Path folder) {
    store = new StoreFixture(folder);
    // TLS looks at the real clock.
    store.setTime(InstantSource.system().instant());
    board = new StatusBoard(store.clock());
    CertificateAuthority authority = CertificateAuthority.create("Test platform", store.clock());
    enrolment =
        new NodeEnrolment(
            store.store(),
            store.database(),
            authority,
            () -> List.of(new ManagementEndpoint("mgr.example.com", 443)),
            store.clock());
    links =
        new NodeLinks(
            store.store(),
            "6a27e5b1-51bd-4c38-8f62-1a45b4c0f6b8",
            enrolment,
            new ReloadableKeyManager(
                authority.issueWithNewKey(
                    new PlatformIdentity.Management(), SubjectNames.of("localhost"))),
            board,
            store.clock());
    store.changeSets().addListener(links);
    links.start();
    long dns = store.create("dns_server", Map.of("address", "192.0.2.53"));
    long ntp = store.create("ntp_server", Map.of("address", "ntp.example.com"));
    store.create(
        "system_location",
        Map.of("name", "Demo", "dns_servers", List.of(dns), "ntp_servers", List.of(ntp)));
  }

  public StoreFixture store() {
    return store;
  }

  public StatusBoard board() {
    return board;
  }

  public NodeEnrolment enrolment() {
    return enrolment;
  }

  public NodeLinks links() {
    return links;
  }

  /** Configures the first node. */
  public long configureNode() {
    return configureNode(1);
  }

  /** Configures a node on an address of this machine. */
  public long configureNode(int number) {
    return store.create("worker_vm", nodeValues(number, 1L));
  }

  /** A node on an address of this machine: all of 127.0.0.0/8 are. */
  public static Map<String, Object> nodeValues(int number, long location) {
    return Map.of(
        "name",
        "node" + number,
        "hostname",
        "node" + number,
        "domain",
        "example.com",
        "address",
        "127.0.0." + number,
        "netmask",
        "255.0.0.0",
        "gateway",
        "127.0.1.1",
        "system_location",
        location);
  }

  /** A node that runs, but is not enrolled. */
  public FakeNode node(long id) {
    FakeNode node = new FakeNode(enrolment.createDocument(id).orElseThrow().content());
    nodes.add(node);
    return node;
  }

  @Override
  public void close() throws InterruptedException {
    links.close();
    for (FakeNode node : nodes) {
      node.close();
    }
    store.close();
  }
}
