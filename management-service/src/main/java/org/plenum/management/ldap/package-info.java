/** Directory servers: how they are found, connected to and asked about users and groups. */
@NullMarked
package org.plenum.management.ldap;

import org.jspecify.annotations.NullMarked;
