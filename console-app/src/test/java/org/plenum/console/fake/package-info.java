/** A small management service in memory, for tests of the console alone. */
@NullMarked
package org.plenum.console.fake;

import org.jspecify.annotations.NullMarked;
