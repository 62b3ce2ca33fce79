/**
 * What this node tells the management service about what runs, and the commands that it takes from
 * there.
 */
@NullMarked
package org.plenum.node.status;

import org.jspecify.annotations.NullMarked;
