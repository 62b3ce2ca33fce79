/** Collections that Java lacks: for large, rarely changed configuration, and with a bound. */
@NullMarked
package org.plenum.model.collection;

import org.jspecify.annotations.NullMarked;
