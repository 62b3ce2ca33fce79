/** Collections for large, rarely changed configuration. */
@NullMarked
package org.plenum.model.collection;

import org.jspecify.annotations.NullMarked;
