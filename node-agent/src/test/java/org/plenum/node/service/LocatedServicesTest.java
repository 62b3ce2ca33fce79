package org.plenum.node.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.node.routing.TestConfiguration;

class LocatedServicesTest {
  private final TestConfiguration configuration =
      new TestConfiguration().location(2, "name", "Paris");
  private final List<Services> started = new ArrayList<>();
  private boolean switchedOff;
  private boolean damaged;
  private final LocatedServices<Services> located =
      new LocatedServices<>(configuration, this::start);

  private static final class Services implements AutoCloseable {
    private boolean ended;
    private boolean failsToClose;

    @Override
    public void close() {
      ended = true;
      if (failsToClose) {
        throw new IllegalStateException("a part did not stop");
      }
    }
  }

  private Optional<Services> start() {
    assertThat(started).as("what ran before has ended").allMatch(services -> services.ended);
    if (switchedOff) {
      return Optional.empty();
    }
    if (damaged) {
      throw new IllegalStateException("the data is damaged");
    }
    started.add(new Services());
    return Optional.of(started.getLast());
  }

  @Test
  @Tag("SYS-145")
  @Tag("SYS-408")
  @Tag("SVC-016")
  void aMoveToAnotherLocationEndsTheCallsAndStartsTheServicesAnew() {
    located.follow();
    configuration.node("system_location", 2L);
    located.follow();

    assertThat(started).hasSize(2);
    assertThat(started.getFirst().ended).isTrue();
    assertThat(located.running()).contains(started.getLast());
    assertThat(started.getLast().ended).isFalse();
  }

  @Test
  void otherChangesEndNoCall() {
    located.follow();
    configuration.node("description", "in the cellar", "maintenance_mode", true);
    configuration.locationSettings("description", "by the sea");
    located.follow();

    assertThat(located.running()).contains(started.getFirst());
    assertThat(started.getFirst().ended).isFalse();
  }

  @Test
  void nothingIsStartedBeforeTheNodeIsKnownAndCallsGoOnWhenItIsForgotten() {
    configuration.withoutNode();
    located.follow();
    assertThat(started).isEmpty();

    configuration.node("maintenance_mode", false);
    located.follow();
    configuration.withoutNode();
    located.follow();
    assertThat(located.running()).contains(started.getFirst());
  }

  @Test
  void whatWasSwitchedOffIsStartedOnceItIsOn() {
    switchedOff = true;
    located.follow();
    assertThat(located.running()).isEmpty();

    switchedOff = false;
    located.follow();
    assertThat(located.running()).isPresent();
  }

  @Test
  void aMoveThatFailsHalfWayIsToldAndNothingSeemsToRun() {
    located.follow();
    configuration.node("system_location", 2L);
    damaged = true;

    assertThatThrownBy(located::follow).hasMessage("the data is damaged");
    assertThat(started.getFirst().ended).isTrue();
    assertThat(located.running()).isEmpty();
  }

  @Test
  void aMoveGoesOnWhenWhatRanDoesNotStopCleanly() {
    located.follow();
    started.getFirst().failsToClose = true;
    configuration.node("system_location", 2L);
    located.follow();

    assertThat(started).hasSize(2);
    assertThat(located.running()).contains(started.getLast());
  }

  @Test
  void onceClosedNothingIsStarted() {
    located.follow();
    located.close();
    configuration.node("system_location", 2L);
    located.follow();

    assertThat(started).hasSize(1);
    assertThat(started.getFirst().ended).isTrue();
    assertThat(located.running()).isEmpty();
  }
}
