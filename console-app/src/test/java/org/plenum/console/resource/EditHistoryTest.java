package org.plenum.console.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.PlenumResources;

class EditHistoryTest {
  private static final ResourceType<?> SERVICE =
      PlenumResources.catalog().find("conference").orElseThrow();

  private final EditHistory edits = new EditHistory();
  private final FieldModel name = field("name");
  private final FieldModel guests = field("allow_guests");

  private FieldModel field(String wire) {
    FieldModel model = new FieldModel(SERVICE.field(wire).orElseThrow(), true);
    edits.follow(model);
    return model;
  }

  private void start() {
    edits.restart(
        () -> {
          name.load("Alice");
          guests.load(false);
        });
  }

  @Test
  void typingInOneFieldIsOneEdit() {
    start();
    name.valueProperty().set("Alice B");
    name.valueProperty().set("Alice Bo");
    guests.valueProperty().set(true);
    name.valueProperty().set("Bob");

    assertThat(edits.undo()).contains(name);
    assertThat(name.get()).isEqualTo("Alice Bo");
    assertThat(edits.undo()).contains(guests);
    assertThat(guests.get()).isEqualTo(false);
    assertThat(edits.undo()).contains(name);
    assertThat(name.get()).isEqualTo("Alice");
    assertThat(edits.undo()).isEmpty();
  }

  @Test
  void whatWasUndoneIsDoneAgainUntilSomethingElseIsEdited() {
    start();
    name.valueProperty().set("Bob");
    guests.valueProperty().set(true);
    edits.undo();
    edits.undo();
    assertThat(edits.redo()).contains(name);
    assertThat(name.get()).isEqualTo("Bob");
    name.valueProperty().set("Carol");
    assertThat(edits.redo()).isEmpty();
  }

  @Test
  void whatIsLoadedIsNoEdit() {
    start();
    assertThat(edits.undo()).isEmpty();
  }
}
