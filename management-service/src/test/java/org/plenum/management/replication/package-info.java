@NullMarked
package org.plenum.management.replication;

import org.jspecify.annotations.NullMarked;
