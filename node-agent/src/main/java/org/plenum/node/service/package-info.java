/** The parts of a node that serve calls, set up from its configuration. */
@NullMarked
package org.plenum.node.service;

import org.jspecify.annotations.NullMarked;
