package org.plenum.model.config;

/**
 * An object of the configuration in its dynamic form.
 *
 * @param id identifier, positive
 * @param values fields
 */
public record StoredValues(long id, Values values) {}
