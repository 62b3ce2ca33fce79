/** Configuration objects of the management service, as the console reads and changes them. */
@NullMarked
package org.plenum.console.configuration;

import org.jspecify.annotations.NullMarked;
