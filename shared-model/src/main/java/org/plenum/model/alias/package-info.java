/** Aliases as dialled: normalisation, and the table that finds the service of one. */
@NullMarked
package org.plenum.model.alias;

import org.jspecify.annotations.NullMarked;
