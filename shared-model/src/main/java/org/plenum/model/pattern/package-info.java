/** Regular expressions as administrators write them (Perl style), run within a bound of work. */
@NullMarked
package org.plenum.model.pattern;

import org.jspecify.annotations.NullMarked;
