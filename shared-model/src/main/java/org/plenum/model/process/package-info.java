@NullMarked
package org.plenum.model.process;

import org.jspecify.annotations.NullMarked;
