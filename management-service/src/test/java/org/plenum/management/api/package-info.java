@NullMarked
package org.plenum.management.api;

import org.jspecify.annotations.NullMarked;
