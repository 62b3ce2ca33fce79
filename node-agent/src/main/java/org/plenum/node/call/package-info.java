/**
 * The signalling-neutral view of a call: what routing and conferences know of a caller, whichever
 * protocol it uses.
 */
@NullMarked
package org.plenum.node.call;

import org.jspecify.annotations.NullMarked;
