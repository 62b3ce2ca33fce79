/** Geometry of the Live View graph: sizes, places, hits. Pure computation, no drawing. */
@NullMarked
package org.plenum.console.live.graph;

import org.jspecify.annotations.NullMarked;
