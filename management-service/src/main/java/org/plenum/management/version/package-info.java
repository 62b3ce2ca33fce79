/** Versions of the whole configuration: what they changed, how they differ, and the way back. */
@NullMarked
package org.plenum.management.version;

import org.jspecify.annotations.NullMarked;
