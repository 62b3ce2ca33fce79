/** Parts of the REST API beside the configuration: status, commands, enrolment. */
@NullMarked
package org.plenum.management.api;

import org.jspecify.annotations.NullMarked;
