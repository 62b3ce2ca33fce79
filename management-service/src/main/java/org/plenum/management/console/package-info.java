/** The gRPC services for administration consoles. */
@NullMarked
package org.plenum.management.console;

import org.jspecify.annotations.NullMarked;
