/** Work away from the JavaFX thread, behind a seam that tests make deterministic. */
@NullMarked
package org.plenum.console.concurrent;

import org.jspecify.annotations.NullMarked;
