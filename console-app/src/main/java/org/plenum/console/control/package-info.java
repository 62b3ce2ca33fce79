/** Controls that several pages share. */
@NullMarked
package org.plenum.console.control;

import org.jspecify.annotations.NullMarked;
