/** Log-ins that last: an administrator at a console, from log-in to log-out or idleness. */
@NullMarked
package org.plenum.management.session;

import org.jspecify.annotations.NullMarked;
