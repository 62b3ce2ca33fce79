/** Import and export of lists as CSV files. */
@NullMarked
package org.plenum.console.resource.csv;

import org.jspecify.annotations.NullMarked;
