/**
 * The configuration engine: resources are annotated records; fields, rules and forms come from
 * them.
 */
@NullMarked
package org.plenum.model.config;

import org.jspecify.annotations.NullMarked;
