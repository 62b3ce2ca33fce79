/** How configuration travels to the nodes. */
@NullMarked
package org.plenum.model.replica;

import org.jspecify.annotations.NullMarked;
