/** What runs on all nodes, as one state that consoles watch and the status API lists. */
@NullMarked
package org.plenum.management.status;

import org.jspecify.annotations.NullMarked;
