package org.plenum.management.version;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field with different values in two forms of an object; a missing node where a form does not
 * have it.
 *
 * @param field wire name
 */
public record FieldDifference(String field, JsonNode before, JsonNode after) {}
