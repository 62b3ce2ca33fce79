/** Third-party peers that tests run as processes. */
@NullMarked
package org.plenum.node.peer;

import org.jspecify.annotations.NullMarked;
