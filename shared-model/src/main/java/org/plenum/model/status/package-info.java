/**
 * What runs now, as a state and a stream of changes: kept by nodes about themselves, by the
 * management service about all of them, and watched over gRPC.
 */
@NullMarked
package org.plenum.model.status;

import org.jspecify.annotations.NullMarked;
