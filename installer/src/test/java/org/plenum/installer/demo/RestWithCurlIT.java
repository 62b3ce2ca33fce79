package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The REST API as an administrator's script uses it. */
@Tag("PLAT-012")
class RestWithCurlIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONFERENCES = "/api/admin/configuration/v1/conference/";

  @TempDir static Path folder;
  private static Deployment deployment;

  /** Status, headers and body of an answer. */
  private record Answer(int status, String headers, String body) {
    JsonNode json() throws Exception {
      return JSON.readTree(body);
    }

    String header(String name) {
      return headers
          .lines()
          .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  @BeforeAll
  static void start() throws Exception {
    deployment = Deployment.start(folder);
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Test
  void aRoomIsCreatedFoundChangedAndDeleted() throws Exception {
    Answer created =
        admin(
            CONFERENCES,
            "-X",
            "POST",
            "-H",
            "Content-Type: application/json",
            "-d",
            """
            {"name": "Curl room", "service_type": "conference",
             "aliases": [{"alias": "curl"}, {"alias": "curl@example.com"}]}""");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body()).isEmpty();
    String uri = java.net.URI.create(created.header("location")).getPath();
    assertThat(uri).matches(CONFERENCES + "\\d+/");

    JsonNode found = admin(CONFERENCES + "?name__icontains=curl&limit=1&order_by=name").json();
    assertThat(found.at("/meta/total_count").asInt()).isEqualTo(1);
    assertThat(found.at("/meta/limit").asInt()).isEqualTo(1);
    assertThat(found.at("/objects/0/resource_uri").asText()).isEqualTo(uri);
    assertThat(found.at("/objects/0/aliases")).hasSize(2);

    Answer patched =
        admin(
            uri,
            "-X",
            "PATCH",
            "-H",
            "Content-Type: application/json",
            "-d",
            "{\"description\": \"changed\"}");
    assertThat(patched.status()).isEqualTo(202);
    assertThat(admin(uri).json().path("description").asText()).isEqualTo("changed");

    assertThat(admin(uri, "-X", "DELETE").status()).isEqualTo(204);
    assertThat(admin(uri).status()).isEqualTo(404);
  }

  @Test
  void listsComeInPages() throws Exception {
    JsonNode page = admin(CONFERENCES + "?limit=1&offset=1").json();

    assertThat(page.path("objects")).hasSize(1);
    assertThat(page.at("/meta/previous").asText()).contains("offset=0");
    assertThat(page.at("/meta/total_count").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theSchemaDescribesTheFields() throws Exception {
    JsonNode schema = admin(CONFERENCES + "schema/").json();

    assertThat(schema.at("/fields/name/nullable").asBoolean()).isFalse();
    assertThat(schema.at("/fields/allow_guests/default").asBoolean()).isFalse();
    assertThat(schema.at("/fields/name/help_text").asText()).isNotBlank();
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    Answer answer =
        admin(
            CONFERENCES,
            "-X",
            "POST",
            "-H",
            "Content-Type: application/json",
            "-d",
            "{\"name\": \"X\", \"service_type\": \"conference\", \"colour\": \"red\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/conference/colour/0").asText()).isNotBlank();
  }

  @Test
  void withoutAPasswordNothingIsShown() throws Exception {
    Answer answer = curl(List.of(deployment.rest() + CONFERENCES));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).startsWith("Basic");
  }

  private static Answer admin(String path, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of("-u", Deployment.USER + ":" + Deployment.PASSWORD, deployment.rest() + path));
    return curl(arguments);
  }

  private static Answer curl(List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "curl",
                "--silent",
                "--show-error",
                "--include",
                "--http1.1",
                "--max-time",
                "10",
                "--cacert",
                deployment.certificateAuthority().toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    int end = output.indexOf("\r\n\r\n");
    String headers = output.substring(0, end);
    return new Answer(Integer.parseInt(headers.split(" ")[1]), headers, output.substring(end + 4));
  }
}
