package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.StunServer;

/** What REST clients learn about doubtful settings. */
@Tag("SYS-203")
class AdviceHeaderTest {
  private static final ResourceType<StunServer> STUN = ResourceType.of(StunServer.class);

  @TempDir static Path folder;
  private static ServiceFixture service;
  private static RestClient admin;

  @BeforeAll
  static void start() {
    service = new ServiceFixture(folder);
    admin = service.client(ServiceFixture.ADMIN);
    admin.send("POST", "turn_server/", "{\"name\": \"tür\", \"address\": \"both.example.org\"}");
  }

  @AfterAll
  static void stop() {
    admin.close();
    service.close();
  }

  private static String advice(HttpResponse<String> response) {
    return response.headers().firstValue(AdviceHeader.NAME).orElse("");
  }

  @Test
  void whatIsDoubtfulIsSavedAndTheHeaderSaysWhy() throws Exception {
    HttpResponse<String> created =
        admin.send("POST", "stun_server/", "{\"name\": \"a\", \"address\": \"both.example.org\"}");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(advice(created)).isPrintable().matches("\\p{ASCII}+");
    assertThat(new ObjectMapper().readTree(advice(created)).at("/stun_server/address/0").asText())
        .contains("TURN server tür");

    String address = created.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> changed =
        admin.send("PATCH", address, "{\"address\": \"stun.example.org\"}");
    assertThat(changed.statusCode()).isEqualTo(202);
    assertThat(advice(changed)).isEmpty();
    assertThat(json(changed).path("address").asText()).isEqualTo("stun.example.org");
  }

  @Test
  void inABulkChangeTheFieldSaysWhichObject() {
    HttpResponse<String> changed =
        admin.send(
            "PATCH",
            "stun_server/",
            """
            {"objects": [{"name": "b", "address": "b.example.org"},
                         {"name": "c", "address": "both.example.org"}]}""");

    assertThat(changed.statusCode()).isEqualTo(202);
    assertThat(advice(changed)).contains("objects[1].address").doesNotContain("objects[0]");
  }

  @Test
  void theHeaderHasABound() {
    Violations.Builder many = new Violations.Builder();
    for (int i = 0; i < 1000; i++) {
      many.add("objects[%d].address".formatted(i), "This is doubtful.");
    }

    RestResponse response = AdviceHeader.in(RestResponse.empty(202), STUN, many.build());

    assertThat(response.headers().get(AdviceHeader.NAME)).hasSizeBetween(100, 4000);
  }

  @Test
  void oneLongMessageIsCutRatherThanLeftOut() {
    Violations one = Violations.of("address", "ü".repeat(1000));

    RestResponse response = AdviceHeader.in(RestResponse.empty(202), STUN, one);

    assertThat(response.headers().get(AdviceHeader.NAME))
        .hasSizeBetween(1000, 4000)
        .endsWith("\\u2026\"]}}");
  }
}
