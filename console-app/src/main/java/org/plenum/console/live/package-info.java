/** The Live View page: the platform as a graph and as a tree table (DIAG-025). */
@NullMarked
package org.plenum.console.live;

import org.jspecify.annotations.NullMarked;
