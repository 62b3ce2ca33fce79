/** Small XML documents from and for the outside, and their signatures. */
@NullMarked
package org.plenum.model.xml;

import org.jspecify.annotations.NullMarked;
