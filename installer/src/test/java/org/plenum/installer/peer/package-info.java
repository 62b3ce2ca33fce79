/** Real endpoints that whole-product tests call with. */
@NullMarked
package org.plenum.installer.peer;

import org.jspecify.annotations.NullMarked;
