package org.plenum.console.shell;

/** A place in the console that can be opened and come back to. */
public sealed interface Route {
  /** The platform as a graph. */
  record LiveView() implements Route {}

  /** Running conferences. */
  record Conferences() implements Route {}

  /** One running conference. */
  record ConferenceDetails(String id) implements Route {}

  /** Connected participants. */
  record Participants() implements Route {}

  /** One connected participant. */
  record ParticipantDetails(String id) implements Route {}

  /** What the nodes report. */
  record Nodes() implements Route {}

  /** What one node reports. */
  record NodeDetails(long id) implements Route {}

  /** How a call would be handled, and why. */
  record RouteTester() implements Route {}

  /** Versions of the configuration. */
  record Versions() implements Route {}

  /** Licences and stored requests for them. */
  record Licences() implements Route {}

  /** The list of a resource. */
  record ObjectList(ResourcePage page) implements Route {}

  /** The form of an existing object. */
  record EditObject(ResourcePage page, long id) implements Route {}

  /** An empty form. */
  record NewObject(ResourcePage page) implements Route {}

  /** A form that is filled in like an existing object. */
  record CopyObject(ResourcePage page, long id) implements Route {}
}
