/** Measurements of the whole management service; see docs/benchmarks.md. */
@NullMarked
package org.plenum.management.bench;

import org.jspecify.annotations.NullMarked;
