/** The issuing side of licences, for operators who issue to themselves. */
@NullMarked
package org.plenum.installer.licence;

import org.jspecify.annotations.NullMarked;
