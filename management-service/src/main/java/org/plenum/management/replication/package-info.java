/** Connections to the nodes: configuration to them, status from them, commands to them. */
@NullMarked
package org.plenum.management.replication;

import org.jspecify.annotations.NullMarked;
