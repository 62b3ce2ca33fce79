package org.plenum.console.resource;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenum.model.config.Violations;

/**
 * The place of a message about a child, such as {@code aliases[0].alias}.
 *
 * @param list field of the owner
 * @param index position of the child
 * @param field of the child; {@link Violations#WHOLE_OBJECT} for the child itself
 */
record ChildPath(String list, int index, String field) {
  private static final Pattern FORM =
      Pattern.compile("(?<list>[a-z_0-9]+)\\[(?<index>[0-9]{1,6})](?:\\.(?<field>[a-z_0-9]+))?");

  static Optional<ChildPath> parse(String path) {
    Matcher parts = FORM.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String field = parts.group("field");
    return Optional.of(
        new ChildPath(
            parts.group("list"),
            Integer.parseInt(parts.group("index")),
            field == null ? Violations.WHOLE_OBJECT : field));
  }
}
