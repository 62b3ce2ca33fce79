package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;

/** A management service whose configuration API tests use over HTTPS, as tools do. */
abstract class ConfigurationApiFixture {
  @TempDir static Path folder;
  static ServiceFixture service;
  static RestClient admin;
  static RestClient viewer;

  @BeforeAll
  static void start() {
    service = new ServiceFixture(folder);
    admin = service.client(ServiceFixture.ADMIN);
    viewer = service.client(ServiceFixture.VIEWER);
  }

  @AfterAll
  static void stop() {
    admin.close();
    viewer.close();
    service.close();
  }

  @AfterEach
  void deleteConferences() {
    json(admin.get("conference/?limit=0"))
        .path("objects")
        .forEach(conference -> admin.delete(conference.path("resource_uri").asText()));
  }

  static String create(String resource, String body) {
    HttpResponse<String> created = admin.send("POST", resource + "/", body);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return created.headers().firstValue("Location").orElseThrow();
  }

  static List<String> names(HttpResponse<String> list) {
    assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
    return StreamSupport.stream(json(list).path("objects").spliterator(), false)
        .map(object -> object.path("name").asText())
        .toList();
  }
}
