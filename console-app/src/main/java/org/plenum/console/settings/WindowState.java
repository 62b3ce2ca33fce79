package org.plenum.console.settings;

/**
 * Where a window was, in screen pixels.
 *
 * @param maximized when set, the rest is where it goes when it is restored
 */
public record WindowState(double x, double y, double width, double height, boolean maximized) {}
