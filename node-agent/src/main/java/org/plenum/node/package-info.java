/** The conferencing node: its command and the wiring of its parts. */
@NullMarked
package org.plenum.node;

import org.jspecify.annotations.NullMarked;
