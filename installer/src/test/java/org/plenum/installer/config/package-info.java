/** The command line of the configuration text against a real management process. */
@NullMarked
package org.plenum.installer.config;

import org.jspecify.annotations.NullMarked;
