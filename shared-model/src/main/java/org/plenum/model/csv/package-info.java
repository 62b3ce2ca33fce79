/** Which objects can be imported and exported as CSV files. */
@NullMarked
package org.plenum.model.csv;

import org.jspecify.annotations.NullMarked;
