/**
 * The administration console: a JavaFX client of the management service. Views bind to view-models;
 * view-models hold state and are used on the JavaFX thread; what may block goes through {@link
 * org.plenum.console.concurrent.TaskExecutor}.
 */
@NullMarked
package org.plenum.console;

import org.jspecify.annotations.NullMarked;
