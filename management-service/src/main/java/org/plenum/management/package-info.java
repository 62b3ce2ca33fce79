/** The management service as a process: how it is configured, started and stopped. */
@NullMarked
package org.plenum.management;

import org.jspecify.annotations.NullMarked;
