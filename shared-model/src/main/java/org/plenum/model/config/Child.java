package org.plenum.model.config;

import org.jspecify.annotations.Nullable;

/**
 * A child object as a request gives it inside its owner.
 *
 * @param id identifier of an existing child; null for a new one
 * @param values fields to set; without the reference to the owner and the position
 */
public record Child(@Nullable Long id, Values values) {}
