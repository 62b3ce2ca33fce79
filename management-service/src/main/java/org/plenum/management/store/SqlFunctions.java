package org.plenum.management.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.plenum.management.query.SearchPattern;
import org.plenum.model.config.CanonicalForm;
import org.sqlite.Function;

/** Functions that SQLite lacks, for the filters of lists. */
final class SqlFunctions {
  /** The caseless form of a text in any script; SQLite's own {@code lower} knows ASCII only. */
  static final String FOLD = "fold";

  /** Whether a regular expression is found: {@code found(pattern, ignoreCase, text)}. */
  static final String FOUND = "found";

  private SqlFunctions() {}

  static void addTo(Connection connection) throws SQLException {
    Function.create(connection, FOLD, new Fold(), 1, Function.FLAG_DETERMINISTIC);
    Function.create(connection, FOUND, new Found(), 3, Function.FLAG_DETERMINISTIC);
  }

  /** The form in which texts are compared without case. */
  static String fold(String text) {
    return CanonicalForm.caseless(text);
  }

  private static final class Fold extends Function {
    @Override
    protected void xFunc() throws SQLException {
      String text = value_text(0);
      if (text == null) {
        result();
      } else {
        result(fold(text));
      }
    }
  }

  /** Keeps the last pattern: a statement calls it for each row with the same one. */
  private static final class Found extends Function {
    private @Nullable SearchPattern last;

    @Override
    protected void xFunc() throws SQLException {
      String source = value_text(0);
      boolean ignoreCase = value_int(1) != 0;
      String text = value_text(2);
      if (text == null) {
        result(0);
        return;
      }
      SearchPattern pattern = last;
      if (pattern == null || !pattern.isFor(source, ignoreCase)) {
        pattern = SearchPattern.compile(source, ignoreCase);
        last = pattern;
      }
      result(pattern.found(text) ? 1 : 0);
    }
  }
}
