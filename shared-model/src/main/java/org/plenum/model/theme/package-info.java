/** What the package of a theme may contain. */
@NullMarked
package org.plenum.model.theme;

import org.jspecify.annotations.NullMarked;
