/** Who may use the management service: administrator accounts, their passwords and roles. */
@NullMarked
package org.plenum.management.auth;

import org.jspecify.annotations.NullMarked;
