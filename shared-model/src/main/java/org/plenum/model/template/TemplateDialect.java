package org.plenum.model.template;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What templates of one purpose can use. */
public enum TemplateDialect {
  /** Patterns of LDAP sync templates (SVC-286); {@code ldap_sync_field} objects add variables. */
  SYNC_PATTERN(
      Map.ofEntries(
          entry("company", "Example"),
          entry("department", "Sales"),
          entry("displayName", "Alice Parkes"),
          entry("employeeID", "1234"),
          entry("givenName", "Alice"),
          entry("mail", "alice.parkes@example.com"),
          entry("mailNickname", "alice"),
          entry("mobile", "+44 7700 900123"),
          entry("objectGUID", "c4b2f0b6-6a0b-4f3e-9d0e-2d6a6a1f7c11"),
          entry("sAMAccountName", "EXAMPLE\\aparkes"),
          entry("sn", "Parkes"),
          entry("telephoneNumber", "+44 (20) 12345678"),
          entry("title", "Engineer"),
          entry("userPrincipalName", "aparkes@example.com")),
      false,
      List.of(OwnOperations.REQUIRE_MIN_LENGTH),
      List.of()),

  /** E-mails about Virtual Meeting Rooms (SVC-324 to SVC-335). */
  SERVICE_EMAIL(
      Map.ofEntries(
          entry("primary_owner_email_address", "alice.parkes@example.com"),
          entry("description", "Alice's room"),
          entry("aliases", "\"alice\", \"alice@example.com\", \"123456\""),
          entry("uri_alias", "alice@example.com"),
          entry("numeric_alias", "123456"),
          entry("allow_guests", "true"),
          entry("pin", "912345"),
          entry("guest_pin", "212345"),
          entry("max_callrate_in", "2048"),
          entry("max_callrate_out", "2048"),
          entry("participant_limit", "20"),
          entry("tag", "sales"),
          entry("action", "created")),
      true,
      List.of(),
      List.of()),

  /** E-mails about device aliases (SVC-324 to SVC-335, CLI-146). */
  DEVICE_EMAIL(
      Map.of(
          "primary_owner_email_address", "alice.parkes@example.com",
          "device_alias", "alice.parkes@example.com",
          "device_description", "Alice's desk",
          "device_username", "alice",
          "device_password", "3141592653589793",
          "device_tag", "sales",
          "action", "created"),
      true,
      List.of(),
      List.of()),

  /** Local policy (SYS-217, SYS-220); its variables come with the call. */
  POLICY_SCRIPT(
      Map.of(),
      false,
      Stream.concat(
              OwnOperations.POLICY_FILTERS.stream(), Stream.of(OwnOperations.REQUIRE_MIN_LENGTH))
          .toList(),
      List.of(OwnOperations.DEBUG_LOG));

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<String, String> samples;
  private final boolean closed;

  @SuppressWarnings("ImmutableEnumChecker") // operations have no state
  private final Map<String, Operation> filters;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, Operation> functions;

  TemplateDialect(
      Map<String, String> samples,
      boolean closed,
      List<Operation> filters,
      List<Operation> functions) {
    this.samples = samples;
    this.closed = closed;
    this.filters = byName(List.of(StandardFilters.ALL, OwnOperations.FILTERS, filters));
    this.functions = byName(List.of(OwnOperations.FUNCTIONS, functions));
  }

  private static Map<String, Operation> byName(List<List<Operation>> operations) {
    return operations.stream()
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableMap(Operation::name, operation -> operation));
  }

  /** The variables that such templates always have, each with a value as an example. */
  public Map<String, String> samples() {
    return samples;
  }

  /** Whether there are no other variables. */
  public boolean closed() {
    return closed;
  }

  /** Why a rendered text is of no use; empty if it is: a policy must answer with a JSON object. */
  public Optional<String> problemOfResult(String text) {
    if (this != POLICY_SCRIPT) {
      return Optional.empty();
    }
    try {
      return JSON.readTree(text).isObject()
          ? Optional.empty()
          : Optional.of("it is no JSON object.");
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      return Optional.of(
          "it is no JSON object: line %d, column %d: %s."
              .formatted(place.getLineNr(), place.getColumnNr(), e.getOriginalMessage()));
    }
  }

  Optional<Operation> filter(String name) {
    return Optional.ofNullable(filters.get(name));
  }

  Optional<Operation> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }
}
