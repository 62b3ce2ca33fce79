@NullMarked
package org.plenum.management.session;

import org.jspecify.annotations.NullMarked;
