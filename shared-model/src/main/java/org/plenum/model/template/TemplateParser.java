package org.plenum.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.model.template.Statement.Choice;
import org.plenum.model.template.Token.Kind;

/** Reads the statements of a template. For one use. */
final class TemplateParser {
  private static final Set<String> ENDS = Set.of("elif", "else", "endif");

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private int depth;

  TemplateParser(String source, TemplateDialect dialect) {
    this.tokens = new TokenStream(source);
    this.expressions = new ExpressionParser(tokens, dialect);
  }

  List<Statement> parse() {
    List<Statement> statements = statements();
    if (tokens.peek().kind() != Kind.END) {
      Token end = tokens.peekSecond();
      throw tokens.problem(end.at(), "'%s' belongs to no 'if'.".formatted(end.text()));
    }
    return statements;
  }

  /** Statements up to the end of the template, or of a part of an if. */
  private List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    while (tokens.peek().kind() != Kind.END && !atEndOfPart()) {
      statements.add(statement());
    }
    return List.copyOf(statements);
  }

  private boolean atEndOfPart() {
    Token keyword = tokens.peekSecond();
    return isStatement(tokens.peek())
        && keyword.kind() == Kind.NAME
        && ENDS.contains(keyword.text());
  }

  private static boolean isStatement(Token token) {
    return token.kind() == Kind.OPEN && token.text().equals("{%");
  }

  private Statement statement() {
    Token token = tokens.take();
    if (token.kind() == Kind.TEXT) {
      return new Statement.Text(token.text());
    }
    if (!isStatement(token)) {
      Expression expression = expressions.parse();
      close();
      return new Statement.Output(expression);
    }
    Token keyword = tokens.expect(Kind.NAME, "a statement");
    return switch (keyword.text()) {
      case "set" -> assignment();
      case "if" -> choice(keyword);
      default ->
          throw tokens.problem(
              keyword.at(),
              "there is no statement '%s' here: if, elif, else, endif and set can be used."
                  .formatted(keyword.text()));
    };
  }

  private Statement assignment() {
    Token name = tokens.expect(Kind.NAME, "the name of a variable");
    expressions.refuseReserved(name);
    tokens.expect("=");
    Expression value = expressions.parse();
    close();
    return new Statement.Assignment(name.text(), value);
  }

  private Statement choice(Token keyword) {
    if (++depth > ExpressionParser.MAX_NESTING) {
      throw tokens.problem(keyword.at(), "'if' is nested too deeply.");
    }
    List<Choice.Branch> branches = new ArrayList<>();
    branches.add(branch());
    List<Statement> otherwise = null;
    while (!ends(keyword, "endif")) {
      if (otherwise != null) {
        throw tokens.problem(tokens.peek().at(), "only 'endif' can follow 'else'.");
      }
      if (takeKeyword("elif")) {
        branches.add(branch());
      } else {
        takeKeyword("else");
        close();
        otherwise = statements();
      }
    }
    close();
    depth--;
    return new Choice(List.copyOf(branches), orNone(otherwise));
  }

  private static List<Statement> orNone(@Nullable List<Statement> statements) {
    return statements == null ? List.of() : statements;
  }

  private Choice.Branch branch() {
    Expression condition = expressions.parse();
    close();
    return new Choice.Branch(condition, statements());
  }

  private boolean ends(Token opening, String keyword) {
    if (tokens.peek().kind() == Kind.END) {
      throw tokens.problem(opening.at(), "'if' has no 'endif'.");
    }
    return takeKeyword(keyword);
  }

  /** Takes the opening brace and the keyword if that is the next one. */
  private boolean takeKeyword(String keyword) {
    boolean found = tokens.peekSecond().isName(keyword);
    if (found) {
      tokens.take();
      tokens.take();
    }
    return found;
  }

  private void close() {
    tokens.expect(Kind.CLOSE, "the end of the braces");
  }
}
