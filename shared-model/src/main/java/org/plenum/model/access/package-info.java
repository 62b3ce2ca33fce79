/** What administrators may do: the catalogue of permissions, and the areas that they open. */
@NullMarked
package org.plenum.model.access;

import org.jspecify.annotations.NullMarked;
