package org.plenum.model.csv;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Kinds of CSV files; each holds objects of one resource (OPS-145). */
public enum CsvFamily {
  VIRTUAL_MEETING_ROOMS("virtual_meeting_rooms", "conference", "conference"),
  VIRTUAL_AUDITORIUMS("virtual_auditoriums", "conference", "lecture"),
  VIRTUAL_RECEPTIONS("virtual_receptions", "conference", "two_stage_dialing"),
  AUTOMATIC_PARTICIPANTS("automatic_participants", "automatic_participant"),
  DEVICES("devices", "device");

  private static final String SERVICE_TYPE = "service_type";

  private final String wire;
  private final String resource;
  private final Map<String, String> fixed;

  CsvFamily(String wire, String resource, String serviceType) {
    this(wire, resource, Map.of(SERVICE_TYPE, serviceType));
  }

  CsvFamily(String wire, String resource) {
    this(wire, resource, Map.of());
  }

  CsvFamily(String wire, String resource, Map<String, String> fixed) {
    this.wire = wire;
    this.resource = resource;
    this.fixed = fixed;
  }

  /** Name in protocols, and of an exported file without its ending. */
  public String wire() {
    return wire;
  }

  /** Name of the resource. */
  public String resource() {
    return resource;
  }

  /** Values, by wire name of the field, that all objects of the files have. */
  public Map<String, String> fixed() {
    return fixed;
  }

  /** The kind with this name. */
  public static Optional<CsvFamily> named(String wire) {
    return Arrays.stream(values()).filter(family -> family.wire.equals(wire)).findFirst();
  }

  /** The kind that holds the objects of a resource which have these fixed values. */
  public static Optional<CsvFamily> of(String resource, Map<String, String> fixed) {
    return Arrays.stream(values())
        .filter(family -> family.resource.equals(resource) && family.fixed.equals(fixed))
        .findFirst();
  }
}
