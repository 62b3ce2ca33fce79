/** {@code plenum config}: the configuration as a text file. */
@NullMarked
package org.plenum.installer.config;

import org.jspecify.annotations.NullMarked;
