package org.plenum.management.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.testing.LoginFixture;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.testing.TestDirectory;
import org.plenum.model.config.Values;

@Tag("SYS-081")
class DirectoryGroupsTest {
  @TempDir Path folder;
  private StoreFixture store;
  private TestDirectory directory;
  private DirectoryGroups groups;

  @BeforeEach
  void start() {
    store = new StoreFixture(folder);
    new InitialConfiguration(store.store(), store.changeSets()).ensure(ServiceFixture.NETWORK);
    directory = new TestDirectory();
    store.create("ca_certificate", Map.of("certificate", directory.certificate()));
    groups =
        new DirectoryGroups(
            store.store(), LoginFixture.of(store, directory.lookup()).directories());
    directory.add("dn: ou=groups," + TestDirectory.BASE, "objectClass: organizationalUnit");
    for (String group : new String[] {"cn=staff,ou=groups,", "cn=auditors,ou=groups,", "cn=x,"}) {
      directory.add("dn: " + group + TestDirectory.BASE, "objectClass: groupOfNames");
    }
    directory.add("dn: cn=alice,ou=groups," + TestDirectory.BASE, "objectClass: person");
  }

  @AfterEach
  void stop() {
    directory.close();
    store.close();
  }

  private void use(String source) {
    store.accept(
        Operation.update(
            "authentication",
            1,
            Values.of(
                Map.of(
                    "source",
                    source,
                    "ldap_server",
                    TestDirectory.ON_REQUEST,
                    "ldap_bind_username",
                    TestDirectory.READER,
                    "ldap_bind_password",
                    TestDirectory.READER_PASSWORD,
                    "ldap_base_dn",
                    TestDirectory.BASE,
                    "ldap_group_search_dn",
                    "ou=groups"))));
  }

  @Test
  @Tag("SYS-044")
  void areThoseBelowTheSearchDnThatMeetTheFilter() {
    use("LDAP+LOCAL");

    assertThat(groups.list())
        .containsExactly(
            "cn=auditors,ou=groups," + TestDirectory.BASE,
            "cn=staff,ou=groups," + TestDirectory.BASE);
  }

  @Test
  void areNoneWithoutADirectoryOrWhileItIsAway() {
    use("LOCAL");
    assertThat(groups.list()).isEmpty();

    use("LDAP");
    directory.close();
    assertThat(groups.list()).isEmpty();
  }
}
