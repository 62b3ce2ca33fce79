@NullMarked
package org.plenum.management.ldap;

import org.jspecify.annotations.NullMarked;
