/** Colours, light and dark. */
@NullMarked
package org.plenum.console.theme;

import org.jspecify.annotations.NullMarked;
