@NullMarked
package org.plenum.node.conference;

import org.jspecify.annotations.NullMarked;
