package org.plenum.management.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestHandler;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;

/** The description of the API in OpenAPI 3.1, and a page to read it and try it out. */
public final class OpenApiModule implements RestModule {
  private static final String DOCUMENT = "/api/admin/openapi.json";
  private static final String PAGE = "/api/admin/docs/";
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/%s/%s";
  private static final String WEBJAR_VERSION =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** The page runs its own scripts only, and talks to nobody but this service. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html;charset=utf-8",
          "docs.js", "text/javascript;charset=utf-8",
          "swagger-ui.css", "text/css;charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript;charset=utf-8");

  private final RestResponse document;

  /** Describes these parts of the API. */
  public OpenApiModule(List<RestModule> modules) {
    ApiDescription description = new ApiDescription();
    modules.forEach(module -> module.describe(description));
    document = RestResponse.ok(description.document());
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        reading(DOCUMENT, request -> document),
        reading(PAGE, request -> file("index.html")),
        reading(PAGE + "{file}", OpenApiModule::file));
  }

  private static RestPath reading(String path, RestHandler handler) {
    return RestPath.of(path, Rule.ANY, Map.of(RestMethod.GET, handler));
  }

  private static RestResponse file(RestRequest request) {
    return file(request.pathParameter("file"));
  }

  /** Of the page itself, or of the library that draws it; anything else is not there. */
  private static RestResponse file(String name) {
    String type = TYPES.get(name);
    if (type == null) {
      throw RestException.notFound();
    }
    String place = name.startsWith("swagger-ui") ? WEBJAR.formatted(webjarVersion(), name) : name;
    try (InputStream file = OpenApiModule.class.getResourceAsStream(place)) {
      if (file == null) {
        throw new IllegalStateException(place + " is not part of the build");
      }
      return new RestResponse(
          200,
          type,
          file.readAllBytes(),
          Map.of("Content-Security-Policy", POLICY, "Referrer-Policy", "no-referrer"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String webjarVersion() {
    try (InputStream file = OpenApiModule.class.getResourceAsStream(WEBJAR_VERSION)) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
