package org.plenum.management.store;

import java.util.Optional;

/**
 * What became of one object, in one change set or in several. Its resource, and any of the fields,
 * may be unknown to this release.
 *
 * @param resource name of the resource
 * @param id identifier
 * @param before the object as it was; empty if it was not there
 * @param after the object as it became; empty if it was not there any more
 */
public record AuditedChange(
    String resource, long id, Optional<AuditedForm> before, Optional<AuditedForm> after) {}
