/** Measurements of the whole product; see docs/benchmarks.md. */
@NullMarked
package org.plenum.installer.bench;

import org.jspecify.annotations.NullMarked;
