/** Every text that people read. */
@NullMarked
package org.plenum.console.i18n;

import org.jspecify.annotations.NullMarked;
