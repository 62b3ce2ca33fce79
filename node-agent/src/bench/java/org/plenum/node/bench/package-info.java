/** Measurements of parts of a node; see docs/benchmarks.md. */
@NullMarked
package org.plenum.node.bench;

import org.jspecify.annotations.NullMarked;
