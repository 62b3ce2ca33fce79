package org.plenum.model.config.json;

import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/**
 * What a JSON object of a request says.
 *
 * @param values fields that could be read
 * @param violations fields that could not
 */
public record Parsed(Values values, Violations violations) {}
