@NullMarked
package org.plenum.installer.demo;

import org.jspecify.annotations.NullMarked;
