package org.plenum.management.bench;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.management.ManagementService;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;

/** Requests to the REST API over TLS, while the database holds 100,000 services. */
public final class RestBenchmark {
  private static final int TIMES = 40;

  private final RestClient client;
  private final Map<String, Callable<?>> requests = new LinkedHashMap<>();
  private final AtomicInteger created = new AtomicInteger();

  private RestBenchmark(RestClient client) {
    this.client = client;
    get("one service", "conference/77777/");
    get("first page", "conference/");
    get("page of 100", "conference/?limit=100");
    get("page at 90,000", "conference/?offset=90000");
    get("name", "conference/?name=eva.adams71364");
    get("name__iexact", "conference/?name__iexact=EVA.ADAMS71364");
    get("name__icontains, few", "conference/?name__icontains=HANSEN99");
    get("name__icontains, many", "conference/?name__icontains=hansen");
    get("name__icontains, none", "conference/?name__icontains=zzz");
    get("name__contains", "conference/?name__contains=hansen99");
    get("name__startswith", "conference/?name__startswith=grace.b");
    get("name__istartswith", "conference/?name__istartswith=GRACE.b");
    get("name__endswith", "conference/?name__endswith=999");
    get("alias", "conference/?aliases__alias=7055554");
    get("alias__icontains", "conference/?aliases__alias__icontains=hansen99");
    get(
        "conference_alias by conference name",
        "conference_alias/?conference__name__icontains=o999");
    get("tag, 2 per cent", "conference/?tag=import-7");
    get("service_type, all, by name", "conference/?service_type=conference&order_by=name");
    get("by name", "conference/?order_by=name");
    get("by -name", "conference/?order_by=-name");
    get("by name at 90,000", "conference/?order_by=name&offset=90000");
    get("by -name at 90,000", "conference/?order_by=-name&offset=90000");
    get("by creation_time", "conference/?order_by=creation_time");
    get("by -creation_time at 90,000", "conference/?order_by=-creation_time&offset=90000");
    get("by description", "conference/?order_by=description");
    get(
        "icontains by -creation_time",
        "conference/?name__icontains=hansen&order_by=-creation_time");
    requests.put("create", () -> created());
    requests.put(
        "patch", () -> checked(client.send("PATCH", next(), "{\"description\":\"changed\"}")));
    requests.put("patch alias list", () -> checked(client.send("PATCH", next(), aliases())));
    requests.put("delete", () -> checked(client.delete(next())));
  }

  private void get(String what, String path) {
    requests.put(what, () -> checked(client.get(path)));
  }

  private String next() {
    return "conference/" + created.incrementAndGet() + "/";
  }

  private String aliases() {
    return "{\"aliases\":[{\"alias\":\"patched%d\"}]}".formatted(created.get());
  }

  private Object created() {
    String name = "bench" + created.incrementAndGet();
    return checked(
        client.send(
            "POST",
            "conference/",
            "{\"name\":\"%s\",\"aliases\":[{\"alias\":\"%s\"}]}".formatted(name, name)));
  }

  private static HttpResponse<String> checked(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response + " " + response.body());
    }
    return response;
  }

  /** No arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("rest");
    try (ManagementService service =
            ManagementService.start(ServiceFixture.config(folder), InstantSource.system());
        RestClient client =
            new RestClient(
                service.httpsPort(),
                service.core().keys().authority().certificate(),
                ServiceFixture.ADMIN)) {
      LargePlatform.fill(service.core().changeSets());
      RestBenchmark benchmark = new RestBenchmark(client);
      for (Map.Entry<String, Callable<?>> request : benchmark.requests.entrySet()) {
        System.out.printf("%-40s %s%n", request.getKey(), Timings.of(TIMES, request.getValue()));
      }
    }
  }
}
