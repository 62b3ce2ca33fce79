/** Licences: how they are asked for, installed, returned, repaired and watched. */
@NullMarked
package org.plenum.management.licence;

import org.jspecify.annotations.NullMarked;
