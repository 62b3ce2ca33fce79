package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.SystemLocation;

class SchemaDocumentTest {
  @Test
  @Tag("MAPI")
  @Tag("SYS-159")
  void defaultsThatAreReferencesAreResourceUris() {
    JsonNode schema =
        new SchemaDocument(PlenumResources.catalog())
            .of(PlenumResources.catalog().type(SystemLocation.class), Set.of(), Set.of());

    JsonNode fields = schema.path("fields");
    assertThat(fields.path("client_stun_servers").path("default").toString())
        .isEqualTo("[\"/api/admin/configuration/v1/stun_server/1/\"]");
    assertThat(fields.path("event_sinks").path("default").toString()).isEqualTo("[]");
    assertThat(fields.path("sip_proxy").path("default").isNull()).isTrue();
  }
}
