package org.plenum.console.shell;

/** Makes the page of a route. */
@FunctionalInterface
public interface PageFactory {
  /** A new page, which leads on by the navigator. */
  Page create(Route route, Navigator navigator);
}
