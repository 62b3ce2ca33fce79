/** What the console remembers between runs: windows, tables, servers, theme. */
@NullMarked
package org.plenum.console.settings;

import org.jspecify.annotations.NullMarked;
