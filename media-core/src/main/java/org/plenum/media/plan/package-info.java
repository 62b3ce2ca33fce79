@NullMarked
package org.plenum.media.plan;

import org.jspecify.annotations.NullMarked;
