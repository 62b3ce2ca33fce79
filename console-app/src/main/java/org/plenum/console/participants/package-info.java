/** Status pages of connected participants. */
@NullMarked
package org.plenum.console.participants;

import org.jspecify.annotations.NullMarked;
