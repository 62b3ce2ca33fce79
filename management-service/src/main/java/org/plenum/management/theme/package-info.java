/** Themes and their files. */
@NullMarked
package org.plenum.management.theme;

import org.jspecify.annotations.NullMarked;
