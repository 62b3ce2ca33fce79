package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.Sample;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.ManagementVm;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.ServiceType;
import org.plenum.model.resource.SnmpAgent;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.resource.TlsCertificate;
import org.plenum.model.resource.WorkerVm;

class ResourceTypeTest {
  private final ResourceCatalog catalog = PlenumResources.catalog();

  @Test
  void everyResourceGoesToItsDynamicFormAndBack() {
    for (ResourceType<?> type : catalog.types()) {
      assertThat(roundTrip(type)).as(type.name()).isTrue();
    }
  }

  private static <T extends Record> boolean roundTrip(ResourceType<T> type) {
    T object = Sample.of(type.recordClass());
    return type.toRecord(type.toValues(object)).equals(object);
  }

  @Test
  void fieldsAreReadFromTheDeclaration() {
    ResourceType<WorkerVm> type = catalog.type(WorkerVm.class);
    FieldType location = type.field("system_location").orElseThrow();
    assertThat(location.kind()).isEqualTo(Kind.REFERENCE);
    assertThat(location.target()).contains("system_location");
    assertThat(location.required()).isTrue();
    assertThat(location.endsCalls()).isTrue();
    assertThat(location.needsRestart()).isFalse();
    FieldType address = type.field("address").orElseThrow();
    assertThat(address.createOnly()).isTrue();
    assertThat(address.unique()).isTrue();
    FieldType nat = type.field("static_nat_address").orElseThrow();
    assertThat(nat.nullable()).isTrue();
    assertThat(nat.required()).isFalse();
    FieldType role = type.field("node_type").orElseThrow();
    assertThat(role.fallback().orElseThrow().value()).isEqualTo("CONFERENCING");
    assertThat(role.choiceLabel("PROXYING")).isEqualTo("Proxying edge node");
  }

  @Test
  void whatResourcesShareIsAFieldOfEach() {
    for (Class<? extends Record> node : List.of(WorkerVm.class, ManagementVm.class)) {
      ResourceType<?> type = catalog.type(node);
      assertThat(type.field("snmp_mode").orElseThrow().section()).isEqualTo("SNMP");
      assertThat(type.field("snmp")).isEmpty();
      assertThat(type.accessor("snmp_mode").orElseThrow().getDeclaringClass())
          .isEqualTo(SnmpAgent.class);
    }
    WorkerVm node = Sample.of(WorkerVm.class);
    Values values = catalog.type(WorkerVm.class).toValues(node).with("snmp_system_contact", "desk");
    assertThat(catalog.type(WorkerVm.class).toRecord(values).snmp().snmpSystemContact())
        .isEqualTo("desk");
  }

  @Test
  void secretsAreMarked() {
    FieldType key = catalog.type(TlsCertificate.class).field("private_key").orElseThrow();
    assertThat(key.secret()).isTrue();
    assertThat(key.requiredInRequest()).isTrue();
    FieldType subject = catalog.type(TlsCertificate.class).field("subject_name").orElseThrow();
    assertThat(subject.requiredInRequest()).isFalse();
    assertThat(subject.required()).isTrue();
  }

  @Test
  @Tag("SYS-281")
  @Tag("SVC-019")
  @Tag("INST-127")
  void certificatesOfTheSameNameAreToldApartByTheirIssuer() {
    ResourceType<?> type = catalog.type(TlsCertificate.class);
    Values name = Values.of(Map.of("subject_name", "node1.example.com"));
    assertThat(type.title(name.with("issuer_name", "Example CA")))
        .isEqualTo("node1.example.com (Example CA)");
    assertThat(type.title(name)).isEqualTo("node1.example.com");
  }

  @Test
  void conditionsTellWhenAFieldCounts() {
    assertThat(counts(Conference.class, "guest_view")).isFalse();
    assertThat(counts(Conference.class, "guest_view", "service_type", "lecture")).isTrue();
    assertThat(counts(Conference.class, "guest_pin", "allow_guests", true)).isTrue();
  }

  @Test
  void aFieldDoesNotCountIfTheOneThatItDependsOnDoesNot() {
    assertThat(
            counts(
                Conference.class, "guest_pin", "allow_guests", true, "service_type", "test_call"))
        .isFalse();
  }

  private boolean counts(Class<? extends Record> type, String field, Object... values) {
    ResourceType<?> resource = catalog.type(type);
    return resource.counts(resource.field(field).orElseThrow(), Sample.values(type, values));
  }

  @Test
  void childrenAreAFieldButNotPartOfTheRecord() {
    ResourceType<Conference> type = catalog.type(Conference.class);
    FieldType aliases = type.field("aliases").orElseThrow();
    assertThat(type.childFields()).containsExactly(aliases);
    assertThat(catalog.target(aliases).recordClass()).isEqualTo(ConferenceAlias.class);
    assertThat(type.toValues(Sample.of(Conference.class)).has("aliases")).isFalse();
  }

  @Test
  void titlesComeFromTheDeclaredField() {
    assertThat(catalog.type(Conference.class).title(Sample.values(Conference.class)))
        .isEqualTo("Meet");
    assertThat(catalog.type(Global.class).title(Sample.values(Global.class)))
        .isEqualTo("global settings");
  }

  @Test
  void aRecordIsNotMadeOfIncompleteValues() {
    ResourceType<Conference> type = catalog.type(Conference.class);
    assertThatThrownBy(() -> type.toRecord(Values.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("conference.name");
    assertThatThrownBy(
            () -> type.toRecord(Sample.values(Conference.class, "service_type", "nonsense")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> type.toRecord(Sample.values(Conference.class, "allow_guests", 1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void choicesBecomeEnumConstants() {
    assertThat(Sample.of(Conference.class, "service_type", "lecture").serviceType())
        .isEqualTo(ServiceType.LECTURE);
  }

  @Test
  void theCatalogueKnowsWhoRefersToWhom() {
    List<ResourceCatalog.Use> uses = catalog.usesOf(catalog.type(SystemLocation.class));
    assertThat(uses)
        .extracting(use -> use.from().name() + "." + use.field().name())
        .containsExactlyInAnyOrder(
            "system_location.overflow_location1",
            "system_location.overflow_location2",
            "worker_vm.system_location",
            "gateway_routing_rule.match_source_location",
            "gateway_routing_rule.outgoing_location",
            "conference.system_location",
            "automatic_participant.system_location");
    assertThat(uses).noneMatch(ResourceCatalog.Use::owning);
    assertThat(catalog.usesOf(catalog.type(Conference.class)))
        .filteredOn(ResourceCatalog.Use::owning)
        .extracting(use -> use.from().name())
        .containsExactly("conference_alias");
  }

  @Test
  void aCatalogueMustHaveEveryResourceThatIsReferredTo() {
    assertThatThrownBy(() -> ResourceCatalog.of(List.of(WorkerVm.class)))
        .hasMessageContaining("unknown resource");
    assertThatThrownBy(() -> catalog.type(Undeclared.class)).hasMessageContaining("catalogue");
    assertThat(catalog.find("nothing")).isEqualTo(Optional.empty());
  }

  record Undeclared(int x) {}

  @Resource(name = "x", label = "x", plural = "x", menu = Menu.SYSTEM, help = "x")
  record WithoutField(String name) {}

  @Resource(name = "x", label = "x", plural = "x", menu = Menu.SYSTEM, help = "x")
  record WithOddType(@Field(label = "l", help = "h") Object name) {}

  @Resource(name = "x", label = "x", plural = "x", menu = Menu.SYSTEM, help = "x")
  record WithCircle(
      @Field(label = "l", help = "h") @When(field = "second", is = "true") boolean first,
      @Field(label = "l", help = "h") @When(field = "first", is = "true") boolean second) {}

  @Test
  void wrongDeclarationsAreRefused() {
    assertThatThrownBy(() -> ResourceType.of(Undeclared.class)).hasMessageContaining("@Resource");
    assertThatThrownBy(() -> ResourceType.of(WithoutField.class)).hasMessageContaining("@Field");
    assertThatThrownBy(() -> ResourceType.of(WithOddType.class)).hasMessageContaining("type");
    assertThatThrownBy(() -> ResourceType.of(WithCircle.class))
        .hasMessageContaining("depends on itself");
  }
}
