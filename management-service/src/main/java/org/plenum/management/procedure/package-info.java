/** What resources can do beyond being written down, read and deleted. */
@NullMarked
package org.plenum.management.procedure;

import org.jspecify.annotations.NullMarked;
