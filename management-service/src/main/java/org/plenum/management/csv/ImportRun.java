package org.plenum.management.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.csv.CsvImports.Mode;
import org.plenum.management.csv.CsvProgress.Stage;
import org.plenum.management.csv.Planned.Outcome;
import org.plenum.management.csv.Planned.Step;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Violations;

/** Takes the plans of one import through the change-set door. */
final class ImportRun {
  private static final Pattern CHILD_PATH = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

  private final ChangeSets changeSets;
  private final Validator validator;
  private final String author;
  private final CsvFormat format;
  private final Drafts drafts;
  private final CsvErrors errors;
  private final CsvProgress progress;

  ImportRun(
      ChangeSets changeSets,
      ResourceCatalog catalog,
      String author,
      CsvFormat format,
      Drafts drafts,
      CsvErrors errors,
      CsvProgress progress) {
    this.changeSets = changeSets;
    this.validator = new Validator(catalog);
    this.author = author;
    this.format = format;
    this.drafts = drafts;
    this.errors = errors;
    this.progress = progress;
  }

  CsvReport run(List<Planned> plans, Mode mode) {
    drafts.all().stream().filter(Draft::wrong).forEach(this::noteWhatElseIsWrong);
    boolean writes =
        mode == Mode.VALID_RECORDS || (mode == Mode.ALL_OR_NOTHING && errors.count() == 0);
    List<Planned> rest = plans;
    while (true) {
      List<Step> steps = steps(rest);
      if (steps.isEmpty()) {
        return report(rest, 0);
      }
      switch (change(steps, writes)) {
        case Accepted accepted -> {
          return report(rest, writes ? accepted.version() : 0);
        }
        case Rejected rejected -> {
          rest = without(rest, blame(steps, rejected));
          if (mode != Mode.VALID_RECORDS) {
            return report(rest, 0);
          }
        }
      }
    }
  }

  private static List<Step> steps(List<Planned> plans) {
    List<Step> steps = new ArrayList<>();
    plans.forEach(plan -> steps.addAll(plan.releases()));
    plans.forEach(plan -> steps.addAll(plan.steps()));
    return steps;
  }

  private ChangeResult change(List<Step> steps, boolean writes) {
    List<Operation> operations = steps.stream().map(Step::operation).toList();
    int total = operations.size();
    return writes
        ? changeSets.apply(
            author, ChangeSource.CSV, operations, done -> progress.at(Stage.WRITING, done, total))
        : changeSets
            .rehearse(
                ChangeSource.CSV, operations, done -> progress.at(Stage.CHECKING, done, total))
            .result();
  }

  /** Notes what is wrong, and says with which drafts. */
  private Set<Draft> blame(List<Step> steps, Rejected rejected) {
    Set<Draft> wrong = new HashSet<>();
    rejected
        .rejections()
        .forEach(
            rejection -> {
              Draft draft = steps.get(rejection.operation()).draft();
              wrong.add(draft);
              note(draft, rejection.violations());
            });
    return wrong;
  }

  /** An object of which a cell cannot be read does not get as far as the door. */
  private void noteWhatElseIsWrong(Draft draft) {
    Violations.Builder known = new Violations.Builder();
    validator
        .validateAlone(format.type(), draft.values())
        .messages()
        .forEach(
            (field, messages) -> {
              if (draft.values().has(field)) {
                messages.forEach(message -> known.add(field, message));
              }
            });
    note(draft, known.build());
  }

  private void note(Draft draft, Violations violations) {
    violations
        .messages()
        .forEach(
            (path, messages) ->
                messages.forEach(message -> errors.add(error(draft, path, message))));
  }

  private CsvError error(Draft draft, String path, String message) {
    Matcher child = CHILD_PATH.matcher(path);
    if (child.matches()) {
      long line = draft.children().get(Integer.parseInt(child.group(2))).line();
      return error(line, child.group(3), true, message);
    }
    return error(draft.line(), path, false, message);
  }

  private CsvError error(long line, String field, boolean ofChild, String message) {
    return format
        .columnOf(field, ofChild)
        .map(column -> new CsvError(line, column.name(), message))
        .orElseGet(
            () ->
                new CsvError(
                    line,
                    "",
                    field.equals(Violations.WHOLE_OBJECT) ? message : field + ": " + message));
  }

  private static List<Planned> without(List<Planned> plans, Set<Draft> wrong) {
    return plans.stream()
        .filter(plan -> plan.drafts().stream().noneMatch(wrong::contains))
        .toList();
  }

  private CsvReport report(List<Planned> right, long version) {
    int created = count(right, Outcome.CREATED);
    int updated = count(right, Outcome.UPDATED);
    int unchanged = count(right, Outcome.UNCHANGED);
    int wrong = drafts.all().size() - created - updated - unchanged + drafts.nameless();
    return new CsvReport(
        drafts.records(),
        created,
        updated,
        unchanged,
        wrong,
        errors.count(),
        errors.kept(),
        version,
        losses(right));
  }

  private static Map<String, Integer> losses(List<Planned> plans) {
    Map<String, Integer> losses = new HashMap<>();
    plans.forEach(plan -> plan.losses().forEach(loss -> losses.merge(loss, 1, Integer::sum)));
    return losses;
  }

  private static int count(List<Planned> plans, Outcome outcome) {
    return plans.stream()
        .filter(plan -> plan.outcome() == outcome)
        .mapToInt(plan -> plan.drafts().size())
        .sum();
  }
}
