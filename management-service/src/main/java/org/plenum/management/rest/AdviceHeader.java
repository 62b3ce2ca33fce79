package org.plenum.management.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Violations;

/**
 * What is doubtful about what a request has saved, in a header: the same JSON as in the answer to a
 * request that is refused, in ASCII.
 */
final class AdviceHeader {
  static final String NAME = "Plenum-Advice";

  /** Servers and clients between here and the tool may take no more than 8 KiB for all headers. */
  private static final int MAX_LENGTH = 4000;

  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private AdviceHeader() {}

  /** The answer with the header, if there is anything to say. What is too much is left out. */
  static RestResponse in(RestResponse response, ResourceType<?> type, Violations advice) {
    if (advice.isEmpty()) {
      return response;
    }
    Violations said = advice;
    String text = text(said, type);
    while (text.length() > MAX_LENGTH) {
      said = shortened(said);
      text = text(said, type);
    }
    return response.with(NAME, text);
  }

  /** The first half of the fields, or of what is said about the only one. */
  private static Violations shortened(Violations advice) {
    if (advice.messages().size() == 1) {
      Map.Entry<String, List<String>> only = advice.messages().entrySet().iterator().next();
      String said = only.getValue().getFirst();
      return Violations.of(only.getKey(), said.substring(0, said.length() / 2) + "…");
    }
    Map<String, List<String>> first = new LinkedHashMap<>();
    advice.messages().entrySet().stream()
        .limit(advice.messages().size() / 2)
        .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
    return new Violations(first);
  }

  private static String text(Violations advice, ResourceType<?> type) {
    try {
      return ASCII.writeValueAsString(advice.toJson(type.name()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
