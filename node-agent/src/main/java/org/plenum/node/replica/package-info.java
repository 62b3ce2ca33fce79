/** The node's own copy of the configuration: on disk, so that calls need no management service. */
@NullMarked
package org.plenum.node.replica;

import org.jspecify.annotations.NullMarked;
