/** Actions on what runs: which node has to carry a command out. */
@NullMarked
package org.plenum.management.control;

import org.jspecify.annotations.NullMarked;
