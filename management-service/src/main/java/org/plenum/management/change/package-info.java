/** The one door through which configuration is changed, and what was changed by whom. */
@NullMarked
package org.plenum.management.change;

import org.jspecify.annotations.NullMarked;
