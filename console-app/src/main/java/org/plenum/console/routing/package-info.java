/** How a call would be handled, and why. */
@NullMarked
package org.plenum.console.routing;

import org.jspecify.annotations.NullMarked;
