/**
 * The template language of LDAP synchronisation, its e-mails and local policy: a subset of jinja2
 * (SVC-281 to SVC-307, SVX-474 to SVX-481). Templates are read once, checked whole, and rendered
 * within bounds of work, depth and output.
 */
@NullMarked
package org.plenum.model.template;

import org.jspecify.annotations.NullMarked;
