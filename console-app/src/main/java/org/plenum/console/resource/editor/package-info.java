/** The controls of form fields, one for each kind of field. */
@NullMarked
package org.plenum.console.resource.editor;

import org.jspecify.annotations.NullMarked;
