package org.plenum.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.access.Area;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;

class PlenumResourcesTest {
  @Test
  void everyFieldHasALabelAndAHelpTextThatIsASentence() {
    for (ResourceType<?> type : PlenumResources.catalog().types()) {
      assertThat(type.help()).endsWith(".");
      for (FieldType field : type.fields()) {
        assertThat(field.label()).as(type + "." + field.name()).isNotBlank();
        assertThat(field.help()).as(type + "." + field.name()).endsWith(".");
      }
    }
  }

  @Test
  void everyDefaultObeysTheRulesOfItsField() {
    Validator validator = new Validator(PlenumResources.catalog());
    for (ResourceType<?> type : PlenumResources.catalog().types()) {
      Values defaults = type.withDefaults(Values.EMPTY, Instant.EPOCH);
      assertThat(validator.validateAlone(type, defaults).messages().keySet())
          .as(type.name())
          .containsExactlyInAnyOrderElementsOf(
              type.fields().stream().filter(FieldType::required).map(FieldType::name).toList());
    }
  }

  @Test
  void conditionsNameFieldsOfTheSameResource() {
    for (ResourceType<?> type : PlenumResources.catalog().types()) {
      for (FieldType field : type.fields()) {
        assertThat(field.conditions())
            .allSatisfy(condition -> assertThat(type.field(condition.field())).isPresent());
      }
    }
  }

  @Test
  @Tag("SYS-072")
  @Tag("SYS-073")
  void certificatesAndLicencesHaveAreasOfTheirOwn() {
    for (ResourceType<?> type : PlenumResources.catalog().types()) {
      if (type.name().contains("certificate")) {
        assertThat(type.area()).as(type.name()).isEqualTo(Area.CERTIFICATES);
      }
      if (type.name().startsWith("licence")) {
        assertThat(type.area()).as(type.name()).isEqualTo(Area.LICENCES);
      }
    }
    assertThat(PlenumResources.catalog().type(Conference.class).area()).isEqualTo(Area.SERVICES);
  }

  @Test
  void wireNamesAreThoseOfTheManagementApi() {
    assertThat(PlenumResources.catalog().type(Global.class).fields())
        .extracting(FieldType::name)
        .contains("enable_h323", "max_pixels_per_second", "ocsp_state", "media_ports_end");
    assertThat(PlenumResources.catalog().type(SystemLocation.class).fields())
        .extracting(FieldType::name)
        .contains("overflow_location1", "overflow_location2", "dns_servers");
    assertThat(PlenumResources.catalog().type(Conference.class).fields())
        .extracting(FieldType::name)
        .contains("aliases", "service_type", "max_callrate_in", "host_view");
  }
}
