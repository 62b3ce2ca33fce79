package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Values;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

class HttpsIdentityTest {
  @TempDir Path folder;
  private final Credentials platform = credentials("platform.example.org");
  private StoreFixture fixture;
  private HttpsIdentity identity;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
    new InitialConfiguration(fixture.store(), fixture.changeSets()).ensure(ServiceFixture.NETWORK);
    identity = new HttpsIdentity(fixture.store(), new ReloadableKeyManager(platform));
    fixture.changeSets().addListener(identity);
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private static Credentials credentials(String name) {
    return new SelfSignedCertificate(InstantSource.fixed(StoreFixture.START))
        .create(KeyType.EC_P256, name, SubjectNames.of(name));
  }

  private void assign(@Nullable Long certificate) {
    Map<String, @Nullable Object> patch = new LinkedHashMap<>();
    patch.put("tls_certificate", certificate);
    fixture.accept(Operation.update("management_vm", 1, Values.of(patch)));
  }

  @Test
  @Tag("SYS-268")
  void presentsTheAssignedCertificateAsSoonAsItIsAssigned() {
    Credentials own = credentials("mgr.example.org");
    long id =
        fixture.create(
            "tls_certificate",
            Map.of(
                "certificate", PemText.of(own.chain()),
                "private_key", PemText.of(own.privateKey())));
    assertThat(identity.keyManager().current().certificate()).isEqualTo(platform.certificate());

    assign(id);
    assertThat(identity.keyManager().current().certificate()).isEqualTo(own.certificate());

    assign(null);
    assertThat(identity.keyManager().current().certificate()).isEqualTo(platform.certificate());
  }
}
