/** The main window: navigation, header, footer, pages. */
@NullMarked
package org.plenum.console.shell;

import org.jspecify.annotations.NullMarked;
