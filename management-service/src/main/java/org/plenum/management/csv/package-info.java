/**
 * Import and export of configuration as CSV files: formats, reading, comparison with what is
 * stored, and the way through the change-set door.
 */
@NullMarked
package org.plenum.management.csv;

import org.jspecify.annotations.NullMarked;
