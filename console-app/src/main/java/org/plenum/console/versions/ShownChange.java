package org.plenum.console.versions;

import java.util.List;
import org.plenum.console.change.FieldChange;

/** What happened to one object, as people read it. */
record ShownChange(String heading, List<FieldChange> fields) {}
