package org.plenum.management.procedure;

import org.plenum.management.change.ChangeSource;

/**
 * Who wants something done, for the audit trail.
 *
 * @param author name of the account
 * @param source way into the platform
 */
public record Initiator(String author, ChangeSource source) {}
