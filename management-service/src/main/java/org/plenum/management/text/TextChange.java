package org.plenum.management.text;

import java.util.List;
import org.plenum.management.change.ObjectChange.Kind;
import org.plenum.management.version.FieldDifference;

/**
 * What a text would do, or did, to one object.
 *
 * @param kind what happens to it
 * @param resource name of the resource
 * @param name what the object is called in the text
 * @param fields what is different, in the form of the text; of a new object, what differs from the
 *     defaults; of a deleted one, nothing
 */
public record TextChange(Kind kind, String resource, String name, List<FieldDifference> fields) {
  public TextChange {
    fields = List.copyOf(fields);
  }
}
