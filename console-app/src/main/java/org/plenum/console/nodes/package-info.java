/** Status pages of conferencing nodes. */
@NullMarked
package org.plenum.console.nodes;

import org.jspecify.annotations.NullMarked;
