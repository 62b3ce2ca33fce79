/** Where incoming calls go: configuration in force, admission, and the way into a conference. */
@NullMarked
package org.plenum.node.routing;

import org.jspecify.annotations.NullMarked;
