/** What several tests of the management service need. */
@NullMarked
package org.plenum.management.testing;

import org.jspecify.annotations.NullMarked;
