@NullMarked
package org.plenum.management.certificate;

import org.jspecify.annotations.NullMarked;
