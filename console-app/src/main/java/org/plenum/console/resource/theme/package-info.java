/** What themes need beyond their form. */
@NullMarked
package org.plenum.console.resource.theme;

import org.jspecify.annotations.NullMarked;
