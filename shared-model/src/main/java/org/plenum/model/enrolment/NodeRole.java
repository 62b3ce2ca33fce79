package org.plenum.model.enrolment;

/** What a node is for (INST-117); the names are those of {@code node_type}. */
public enum NodeRole {
  /** Mixes and transcodes media. */
  CONFERENCING,
  /** Handles endpoints' signalling and media at the edge, hosts no conferences. */
  PROXYING
}
