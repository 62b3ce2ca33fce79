package org.plenum.model.config;

/** Kinds of fields, with the Java type of their values in {@link Values}. */
public enum Kind {
  /** {@link String}. */
  TEXT("string", "Enter a text."),
  /** {@link Long}. */
  INTEGER("integer", "Enter a whole number."),
  /** {@link Boolean}. */
  BOOLEAN("boolean", "Enter true or false."),
  /** {@link java.time.Instant}. */
  TIME("datetime", "Enter a time such as 2026-01-31T12:00:00."),
  /** {@link String}: the wire form of a {@link Choice}. */
  CHOICE("string", "Enter one of the values that the schema lists."),
  /** {@link Long}: identifier of the object. */
  REFERENCE("related", "Enter the resource URI of an object."),
  /** {@code List<String>}. */
  TEXTS("list", "Enter a list of texts."),
  /** {@code List<String>}: wire forms. */
  CHOICES("list", "Enter a list of values."),
  /** {@code List<Long>}: identifiers. */
  REFERENCES("related", "Enter a list of resource URIs."),
  /** {@code List<Child>}: see {@link Children}. Never part of the record. */
  CHILDREN("related", "Enter a list of objects."),
  /** {@code List<ObjectId>}: see {@link Inverse}. Never part of the record. */
  INVERSE("related", "Enter a list of resource URIs.");

  private final String schemaType;
  private final String expectation;

  Kind(String schemaType, String expectation) {
    this.schemaType = schemaType;
    this.expectation = expectation;
  }

  /** Message for a value that is none of this kind. */
  public String expectation() {
    return expectation;
  }

  /** Name of the type in schemas of the API. */
  public String schemaType() {
    return schemaType;
  }

  /** Whether values are lists. */
  public boolean isList() {
    return this == TEXTS || this == CHOICES || this == REFERENCES || !isStored();
  }

  /** Whether the value is a part of the object, and not derived from others that refer to it. */
  public boolean isStored() {
    return this != CHILDREN && this != INVERSE;
  }

  /** Whether values are references to objects that exist without this one. */
  public boolean isReference() {
    return this == REFERENCE || this == REFERENCES;
  }
}
