/** The log-in window. */
@NullMarked
package org.plenum.console.login;

import org.jspecify.annotations.NullMarked;
