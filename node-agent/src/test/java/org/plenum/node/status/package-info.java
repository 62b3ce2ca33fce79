@NullMarked
package org.plenum.node.status;

import org.jspecify.annotations.NullMarked;
