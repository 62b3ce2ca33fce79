/** Lists and forms of configuration objects, generated from their declarations. */
@NullMarked
package org.plenum.console.resource;

import org.jspecify.annotations.NullMarked;
