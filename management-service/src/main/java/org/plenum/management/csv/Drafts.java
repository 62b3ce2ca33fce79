package org.plenum.management.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.management.csv.CsvColumn.Role;
import org.plenum.management.csv.Draft.Key;
import org.plenum.management.csv.Draft.WantedChild;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Values;

/** Gathers the records of a file by what they are about. For one thread. */
final class Drafts {
  private final CsvFormat format;
  private final Names names;
  private final CsvErrors errors;
  private final Map<Key, Draft> drafts = new LinkedHashMap<>();
  private int records;
  private int nameless;

  Drafts(CsvFormat format, Names names, CsvErrors errors) {
    this.format = format;
    this.names = names;
    this.errors = errors;
  }

  /** What one record says. */
  private static final class Reading {
    final Map<String, @Nullable Object> own = new LinkedHashMap<>();
    final Map<String, @Nullable Object> child = new LinkedHashMap<>();
    long listed;
    boolean wrong;
  }

  void add(CsvRow row) {
    records++;
    if (row.problem().isPresent()) {
      refuse(row, row.problem().get());
      return;
    }
    Reading reading = new Reading();
    for (CsvColumn column : format.columns()) {
      read(row, column, reading);
    }
    String text = row.text(format.key());
    if (text.isBlank() || (format.listColumn().isPresent() && reading.listed == 0)) {
      nameless++;
      return;
    }
    Draft draft = drafts.computeIfAbsent(new Key(text, reading.listed), Draft::new);
    if (reading.wrong) {
      draft.markWrong();
    }
    draft.take(row.line(), format.fixed().with(Values.of(reading.own)));
    childName(reading)
        .ifPresentOrElse(
            name -> draft.takeChild(name, new WantedChild(row.line(), Values.of(reading.child))),
            () -> refuseChildWithoutName(row, draft));
  }

  /** The object that such a record seems to be about is left out as a whole. */
  private void refuse(CsvRow row, String problem) {
    errors.add(new CsvError(row.line(), "", problem));
    Optional<Draft> draft = key(row).map(key -> drafts.computeIfAbsent(key, Draft::new));
    draft.ifPresentOrElse(Draft::markWrong, () -> nameless++);
  }

  private Optional<Key> key(CsvRow row) {
    String text = row.text(format.key());
    long listed = 0;
    if (format.listColumn().isPresent()) {
      CsvColumn column = format.listColumn().get();
      try {
        listed = column.read(row.text(column), names) instanceof Long id ? id : 0;
      } catch (CellException e) {
        return Optional.empty();
      }
    }
    return text.isBlank() ? Optional.empty() : Optional.of(new Key(text, listed));
  }

  private void read(CsvRow row, CsvColumn column, Reading reading) {
    if (column.role() == Role.IGNORED) {
      return;
    }
    Object value;
    try {
      value = column.read(row.text(column), names);
    } catch (CellException e) {
      errors.add(new CsvError(row.line(), column.name(), String.valueOf(e.getMessage())));
      reading.wrong = true;
      return;
    }
    FieldType field = column.field().orElseThrow();
    switch (column.role()) {
      case OBJECT -> reading.own.put(field.name(), value);
      case CHILD -> reading.child.put(field.name(), value);
      case LIST -> reading.listed = value instanceof Long id ? id : 0;
      case IGNORED -> throw new IllegalStateException(column.name());
    }
  }

  private Optional<String> childName(Reading reading) {
    return format
        .childKey()
        .flatMap(column -> column.field())
        .map(field -> reading.child.get(field.name()))
        .map(String.class::cast);
  }

  private void refuseChildWithoutName(CsvRow row, Draft draft) {
    format.columns().stream()
        .filter(column -> column.role() == Role.CHILD && !row.text(column).isBlank())
        .findFirst()
        .ifPresent(
            column -> {
              draft.markWrong();
              errors.add(
                  new CsvError(
                      row.line(),
                      format.childKey().orElseThrow().name(),
                      "This field is required when there is a %s.".formatted(column.name())));
            });
  }

  Optional<Draft> find(Key key) {
    return Optional.ofNullable(drafts.get(key));
  }

  /** In the order of the file. */
  List<Draft> all() {
    return List.copyOf(drafts.values());
  }

  /** Records, without the header. */
  int records() {
    return records;
  }

  /** Records that do not tell what they are about. */
  int nameless() {
    return nameless;
  }
}
