package org.plenum.management.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers that YAML reads as something else than what stands there: {@code 0123} is 83 to it,
 * {@code 1_000} is 1000, {@code 1.10} is 1.1. Whoever writes such a thing means a text. For one
 * text.
 */
final class BareNumbers extends JsonParserDelegate {
  private final List<String> problems = new ArrayList<>();

  BareNumbers(JsonParser yaml) {
    super(yaml);
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token != null && token.isNumeric() && !getText().equals(getNumberValue().toString())) {
      problems.add(
          "Line %d: write \"%s\" in quotes if it is a text, else as a plain decimal number."
              .formatted(currentTokenLocation().getLineNr(), getText()));
    }
    return token;
  }

  /** What was found so far. */
  List<String> problems() {
    return problems;
  }
}
