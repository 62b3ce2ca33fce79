/** The current state of the platform as the management service reports it. */
@NullMarked
package org.plenum.console.status;

import org.jspecify.annotations.NullMarked;
