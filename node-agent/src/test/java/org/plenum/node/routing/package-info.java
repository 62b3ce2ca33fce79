@NullMarked
package org.plenum.node.routing;

import org.jspecify.annotations.NullMarked;
