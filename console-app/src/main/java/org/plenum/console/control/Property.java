package org.plenum.console.control;

import java.util.function.Function;

/**
 * A line of a details page.
 *
 * @param id for tests
 * @param label left
 * @param text right
 * @param <V> what the page shows
 */
public record Property<V>(String id, String label, Function<V, String> text) {}
