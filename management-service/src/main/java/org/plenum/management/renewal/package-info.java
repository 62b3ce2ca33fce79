/** Keeps the platform's own certificates from running out. */
@NullMarked
package org.plenum.management.renewal;

import org.jspecify.annotations.NullMarked;
