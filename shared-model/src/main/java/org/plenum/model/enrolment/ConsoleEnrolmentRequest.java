package org.plenum.model.enrolment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A console asks for its certificate, authenticated by an administrator's log-in.
 *
 * @param csrPem certificate request, made at the console
 * @param consoleName what administrators see in the list of consoles
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConsoleEnrolmentRequest(
    @JsonProperty(required = true) String csrPem,
    @JsonProperty(required = true) String consoleName) {

  /** Checks each field; an {@link IllegalArgumentException} names the one that is wrong. */
  public ConsoleEnrolmentRequest {
    Fields.present("csr_pem", csrPem);
    Fields.present("console_name", consoleName);
    Fields.text("console_name", consoleName, 250);
  }
}
