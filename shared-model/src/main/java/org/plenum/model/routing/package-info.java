/** Where a call goes: a pure function over a snapshot of the configuration. */
@NullMarked
package org.plenum.model.routing;

import org.jspecify.annotations.NullMarked;
