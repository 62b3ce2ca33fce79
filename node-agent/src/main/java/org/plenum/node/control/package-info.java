/** What the management service asks of a node: replication, status, commands, certificates. */
@NullMarked
package org.plenum.node.control;

import org.jspecify.annotations.NullMarked;
