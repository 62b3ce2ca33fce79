/** The data folder of the management service and the SQLite file in it. */
@NullMarked
package org.plenum.management.store;

import org.jspecify.annotations.NullMarked;
