/** Enrolment, log-in and the gRPC connection to the management service. */
@NullMarked
package org.plenum.console.connection;

import org.jspecify.annotations.NullMarked;
