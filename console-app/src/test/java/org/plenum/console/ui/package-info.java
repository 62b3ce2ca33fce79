/** Tests of the real windows on the headless platform, and page objects for them. */
@NullMarked
package org.plenum.console.ui;

import org.jspecify.annotations.NullMarked;
