package org.plenum.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A template that was read and checked: {@code Template.parse(text, dialect).render(variables)}.
 * Rendering is bounded in work and length and has no side effect. Immutable; any number of threads
 * may render at the same time.
 */
public final class Template {
  private final String source;
  private final List<Statement> statements;
  private final Map<String, Integer> inputs;

  private Template(String source, List<Statement> statements, Map<String, Integer> inputs) {
    this.source = source;
    this.statements = statements;
    this.inputs = inputs;
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException if it cannot be read, or uses what the dialect does not have
   */
  public static Template parse(String source, TemplateDialect dialect) {
    if (source.length() > Work.MAX_TEXT) {
      throw TemplateException.at(source, 0, "the template is too long.");
    }
    List<Statement> statements = new TemplateParser(source, dialect).parse();
    Map<String, Integer> inputs = new Inspection(source, statements).inputs();
    if (dialect.closed()) {
      inputs.forEach(
          (path, at) -> {
            if (!dialect.samples().containsKey(Inspection.rootOf(path))) {
              throw TemplateException.at(
                  source,
                  at,
                  "there is no variable '%s' here; there are %s."
                      .formatted(
                          path, String.join(", ", new TreeSet<>(dialect.samples().keySet()))));
            }
          });
    }
    return new Template(source, statements, inputs);
  }

  /** What is wrong with a template; empty if nothing is. */
  public static Optional<String> problem(String source, TemplateDialect dialect) {
    try {
      parse(source, dialect);
      return Optional.empty();
    } catch (TemplateException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether a name is a word of the language, so that no variable can have it. */
  public static boolean isReserved(String name) {
    return ExpressionParser.RESERVED.contains(name);
  }

  /**
   * The variables that the template reads, with the members that it names, such as {@code
   * call_info.protocol}. Of a variable and its members, only the members.
   */
  public SortedSet<String> inputs() {
    List<String> paths = new ArrayList<>(inputs.keySet());
    SortedSet<String> deepest = new TreeSet<>(paths);
    deepest.removeIf(path -> paths.stream().anyMatch(other -> other.startsWith(path + ".")));
    return deepest;
  }

  /**
   * Renders the template. A variable that is absent or null is None.
   *
   * @param variables texts, numbers, booleans, and lists and maps of them
   * @throws TemplateException if a value does not suit what the template does with it, or if that
   *     takes more work or gives more text than is allowed
   */
  public Rendering render(Map<String, ? extends @Nullable Object> variables) {
    return new Evaluator(source, variables).run(statements);
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return source;
  }
}
