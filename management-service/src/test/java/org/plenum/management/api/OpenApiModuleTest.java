package org.plenum.management.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestPath;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.CertificateSigningRequest;
import org.plenum.model.resource.Licence;
import org.plenum.model.resource.PlenumResources;

/** The OpenAPI document, as a tool reads it, and the page that shows it. */
@Tag("MAPI")
class OpenApiModuleTest {
  private static final String DOCUMENT = "/api/admin/openapi.json";
  private static final String PAGE = "/api/admin/docs/";

  @TempDir static Path folder;
  private static ServiceFixture service;
  private static RestClient viewer;
  private static SwaggerParseResult parsed;

  @BeforeAll
  static void start() {
    service = new ServiceFixture(folder);
    viewer = service.client(ServiceFixture.VIEWER);
    parsed = new OpenAPIV3Parser().readContents(viewer.get(DOCUMENT).body(), null, null);
  }

  @AfterAll
  static void stop() {
    viewer.close();
    service.close();
  }

  private static OpenAPI api() {
    return parsed.getOpenAPI();
  }

  @Test
  void isAValidDocument() {
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(api().getOpenapi()).isEqualTo("3.1.0");
    Set<String> ids = new HashSet<>();
    api().getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(
            operation -> {
              assertThat(ids.add(operation.getOperationId())).isTrue();
              assertThat(operation.getResponses().keySet()).contains("401", "403");
            });
  }

  @Test
  void hasEveryResourceWithItsMethods() {
    for (ResourceType<?> type : PlenumResources.catalog().types()) {
      PathItem list = api().getPaths().get(type.path());
      PathItem object = api().getPaths().get(type.path() + "{id}/");
      assertThat(list.getGet()).as(type.name()).isNotNull();
      assertThat(object.getGet()).as(type.name()).isNotNull();
      assertThat(list.getPost() != null)
          .as(type.name())
          .isEqualTo(
              !type.singleton() && !type.managed() || type.recordClass().equals(Licence.class));
      boolean isRequest = type.recordClass().equals(CertificateSigningRequest.class);
      assertThat(object.getPatch() != null)
          .as(type.name())
          .isEqualTo(!type.managed() && !isRequest);
      assertThat(object.getPost() != null)
          .as(type.name())
          .isEqualTo(isRequest || type.name().startsWith("licence"));
    }
  }

  @Test
  void hasEveryFieldWithItsLimits() {
    for (ResourceType<?> type : PlenumResources.catalog().types()) {
      Schema<?> schema = api().getComponents().getSchemas().get(type.name());
      for (FieldType field : type.fields()) {
        Schema<?> property = schema.getProperties().get(field.name());
        String name = type.name() + "." + field.name();
        assertThat(property).as(name).isNotNull();
        assertThat(property.getDescription()).as(name).isEqualTo(field.help());
        assertThat(Boolean.TRUE.equals(property.getReadOnly()))
            .as(name)
            .isEqualTo(field.readOnly());
        assertThat(Boolean.TRUE.equals(property.getWriteOnly())).as(name).isEqualTo(field.secret());
        if (field.kind() == Kind.TEXT && field.limits().maxLength() < Integer.MAX_VALUE) {
          assertThat(property.getMaxLength()).as(name).isEqualTo(field.limits().maxLength());
        }
        if (field.kind() == Kind.INTEGER && field.limits().max() < Long.MAX_VALUE) {
          assertThat(property.getMaximum().longValueExact())
              .as(name)
              .isEqualTo(field.limits().max());
        }
        if (field.kind() == Kind.CHOICE && !field.acceptsNull()) {
          assertThat(property.getEnum()).as(name).hasSameSizeAs(field.choices());
        }
      }
    }
  }

  @Test
  @Tag("SVC-162")
  void tellsOfEachFieldWhenItCounts() {
    Schema<?> server =
        (Schema<?>)
            api()
                .getComponents()
                .getSchemas()
                .get("gateway_routing_rule")
                .getProperties()
                .get("mssip_proxy");

    assertThat(server.getExtensions().get("x-applies-when"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .extracting(condition -> (Object) ((Map<?, ?>) condition).get("field"))
        .containsExactly("outgoing_protocol", "called_device_type");
  }

  /** What consoles and nodes use, and the description itself, are no part of what is described. */
  @Test
  void hasEveryPathThatIsServedWithItsMethods() {
    List<RestPath> served =
        service.service().restModules().stream()
            .filter(module -> !(module instanceof EnrolmentModule))
            .filter(module -> !(module instanceof LoginTicketModule))
            .filter(module -> !(module instanceof OpenApiModule))
            .flatMap(module -> module.paths().stream())
            .toList();

    assertThat(served).isNotEmpty();
    for (RestPath path : served) {
      Pattern form = Pattern.compile(path.path().replaceAll("\\{[^}]+}", "[^/]+"));
      Set<String> described =
          api().getPaths().entrySet().stream()
              .filter(entry -> form.matcher(entry.getKey()).matches())
              .flatMap(entry -> entry.getValue().readOperationsMap().keySet().stream())
              .map(Enum::name)
              .collect(Collectors.toSet());
      assertThat(described)
          .as(path.path())
          .containsAll(
              path.handlers().keySet().stream()
                  .filter(method -> method != RestMethod.OPTIONS)
                  .map(Enum::name)
                  .toList());
    }
  }

  @Test
  void hasStatusAndCommands() {
    assertThat(api().getPaths())
        .containsKeys(
            "/api/admin/status/v1/participant/",
            "/api/admin/status/v1/participant/{id}/media_stream/",
            "/api/admin/command/v1/conference/lock/");
    assertThat(api().getComponents().getSchemas()).containsKeys("status.worker_vm", "error");
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/html, docs.js",
    "docs.js, text/javascript, openapi.json",
    "swagger-ui.css, text/css, .swagger-ui",
    "swagger-ui-bundle.js, text/javascript, SwaggerUIBundle"
  })
  void canBeReadInABrowser(String file, String type, String content) {
    HttpResponse<String> page = viewer.get(PAGE + file);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';");
    assertThat(page.body()).contains(content);
  }

  @Test
  void isForAccountsOnlyAndShowsNoOtherFiles() {
    for (String path : List.of(DOCUMENT, PAGE, PAGE + "docs.js")) {
      assertThat(viewer.send(viewer.plainRequest(path).GET()).statusCode()).isEqualTo(401);
    }
    assertThat(viewer.get(PAGE + "OpenApiModule.class").statusCode()).isEqualTo(404);
    assertThat(viewer.get(PAGE + "..%2Findex.html").statusCode()).isBetween(400, 404);
  }
}
