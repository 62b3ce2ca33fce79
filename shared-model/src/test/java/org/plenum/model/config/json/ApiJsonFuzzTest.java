package org.plenum.model.config.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;
import org.plenum.model.resource.PlenumResources;

class ApiJsonFuzzTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ApiJson json = new ApiJson(PlenumResources.catalog());
  private final Validator validator = new Validator(PlenumResources.catalog());

  /** A request has values or messages, whatever it consists of, and never makes an exception. */
  @FuzzTest
  void everyRequestIsReadOrRefused(FuzzedDataProvider data) {
    List<ResourceType<?>> types = PlenumResources.catalog().types();
    ResourceType<?> type = types.get(data.consumeInt(0, types.size() - 1));
    JsonNode node;
    try {
      node = MAPPER.readTree(data.consumeRemainingAsString());
    } catch (JsonProcessingException e) {
      return; // reading the text is the library's matter
    }
    Parsed parsed = json.read(type, node);
    Values complete = type.withDefaults(parsed.values(), Instant.EPOCH);
    if (parsed.violations().isEmpty() && validator.validateAlone(type, complete).isEmpty()) {
      assertThat(type.toRecord(complete)).isNotNull();
    }
  }
}
