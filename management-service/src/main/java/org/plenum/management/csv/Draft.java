package org.plenum.management.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenum.model.config.Values;

/** What the records of a file with the same key want. For one thread. */
final class Draft {
  /**
   * What tells which object a record is about.
   *
   * @param text value of the key column
   * @param listed identifier of the object that the list column names; 0 if there is no such column
   */
  record Key(String text, long listed) {}

  /** A child, and the line that wants it. */
  record WantedChild(long line, Values values) {}

  private final Key key;
  private final Map<String, WantedChild> children = new LinkedHashMap<>();
  private Values values = Values.EMPTY;
  private long line;
  private boolean wrong;

  Draft(Key key) {
    this.key = key;
  }

  Key key() {
    return key;
  }

  /** Takes the values of a record; those of the last one count (OPS-154, OPS-184). */
  void take(long ofLine, Values ofRecord) {
    line = ofLine;
    values = ofRecord;
  }

  /** Takes the child of a record; the last one with the same name counts. */
  void takeChild(String name, WantedChild child) {
    children.put(name, child);
  }

  Values values() {
    return values;
  }

  /** Line that the values come from. */
  long line() {
    return line;
  }

  /** Children in the order in which they were named first. */
  List<WantedChild> children() {
    return List.copyOf(children.values());
  }

  boolean wrong() {
    return wrong;
  }

  void markWrong() {
    wrong = true;
  }
}
