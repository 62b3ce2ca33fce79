package org.plenum.management.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.management.csv.CsvImports.Mode;
import org.plenum.management.store.StoredObject;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Values;
import org.plenum.model.csv.CsvFamily;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.SystemLocation;

/** A store with all resources that files are about, and what tests do with files. */
final class CsvFixture implements AutoCloseable {
  final StoreFixture store;
  final CsvImports imports;
  final CsvExports exports;

  CsvFixture(Path folder) {
    store = new StoreFixture(folder, catalog());
    imports = new CsvImports(store.store(), store.changeSets());
    exports = new CsvExports(store.store());
  }

  /** The platform's resources, and simple ones in place of those that it does not have. */
  static ResourceCatalog catalog() {
    ResourceCatalog platform = PlenumResources.catalog();
    List<Class<? extends Record>> records = new ArrayList<>();
    platform.types().forEach(type -> records.add(type.recordClass()));
    for (Class<? extends Record> sample : List.of(SampleParticipant.class, SampleDevice.class)) {
      if (platform.find(ResourceType.of(sample).name()).isEmpty()) {
        records.add(sample);
      }
    }
    return ResourceCatalog.of(records);
  }

  @Resource(
      name = "automatic_participant",
      label = "participant",
      plural = "participants",
      menu = Menu.SERVICES,
      title = "alias",
      help = "Is called.")
  public record SampleParticipant(
      @Field(label = "Alias", help = "Alias.") String alias,
      @Field(label = "Display name", help = "Name.") @Default("") String remoteDisplayName,
      @Field(label = "Description", help = "Text.") @Default("") String description,
      @Field(label = "Protocol", help = "Protocol.") @Default("sip") String protocol,
      @Field(label = "DTMF sequence", help = "Keys.") @Default("") String dtmfSequence,
      @Field(label = "Role", help = "Role.") @Default("guest") String role,
      @Field(label = "Streaming", help = "Streams.") @Default("false") boolean streaming,
      @Field(label = "Keep alive", help = "Keeps.") @Default("keep_conference_alive_if_multiple")
          String keepConferenceAlive,
      @Field(label = "Call type", help = "Media.") @Default("video") String callType,
      @Field(label = "Routing", help = "Way.") @Default("manual") String routing,
      @Field(label = "Presentation", help = "URL.") @Default("") String presentationUrl,
      @Field(label = "Location", help = "Where.") @Nullable Ref<SystemLocation> systemLocation,
      @Field(label = "Services", help = "Who calls.") @Default("")
          List<Ref<Conference>> conference) {}

  @Resource(
      name = "device",
      label = "device",
      plural = "devices",
      menu = Menu.SERVICES,
      title = "alias",
      help = "Registers.")
  public record SampleDevice(
      @Field(label = "Alias", help = "Alias.", unique = true) String alias,
      @Field(label = "Tag", help = "Tag.") @Default("") String tag,
      @Field(label = "Description", help = "Text.") @Default("") String description,
      @Field(label = "User name", help = "Name.") @Default("") String username,
      @Field(label = "Password", help = "Password.") @Default("") @Secret String password,
      @Field(label = "Owner", help = "E-mail.") @Default("") String primaryOwnerEmailAddress) {}

  CsvReport run(CsvFamily family, Mode mode, String... lines) {
    return run(family, mode, bytes(lines));
  }

  CsvReport run(CsvFamily family, Mode mode, byte[] file) {
    return imports.run("alice", family, mode, file, CsvProgress.NONE);
  }

  CsvReport accept(CsvFamily family, String... lines) {
    CsvReport report = run(family, Mode.ALL_OR_NOTHING, lines);
    if (report.errorCount() > 0) {
      throw new AssertionError(report.toString());
    }
    return report;
  }

  static byte[] bytes(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  String export(CsvFamily family) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exports.write(family, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  Values service(String name) {
    return store.findUnique("conference", "name", name).orElseThrow().values();
  }

  List<StoredObject> all(String resource) {
    List<StoredObject> all = new ArrayList<>();
    store
        .store()
        .read(
            reader -> {
              reader.forEach(store.type(resource), all::add);
              return all;
            });
    return all;
  }

  /** Texts of the aliases of a service in their order. */
  List<String> aliases(String service) {
    StoredObject object = store.findUnique("conference", "name", service).orElseThrow();
    return store
        .store()
        .read(
            reader ->
                reader.childObjects(object.type().childFields().getFirst(), object.id()).stream()
                    .map(StoredObject::title)
                    .toList());
  }

  long create(String resource, Map<String, ?> values) {
    return store.create(resource, values);
  }

  /** Creates a location with servers of its own. */
  long location(String name) {
    long dns = create("dns_server", Map.of("address", "192.0.2." + (all("dns_server").size() + 1)));
    long ntp = create("ntp_server", Map.of("address", "ntp%d.example.com".formatted(dns)));
    return create(
        "system_location",
        Map.of("name", name, "dns_servers", List.of(dns), "ntp_servers", List.of(ntp)));
  }

  @Override
  public void close() {
    store.close();
  }
}
