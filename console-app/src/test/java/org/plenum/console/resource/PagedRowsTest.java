package org.plenum.console.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenum.console.concurrent.Task;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.model.config.Values;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.PlenumResources;

class PagedRowsTest {
  private static final int SIZE = 100_000;

  private final List<Integer> requested = new ArrayList<>();
  private final List<Integer> cancelled = new ArrayList<>();
  private final PagedRows rows =
      new PagedRows(
          number -> {
            requested.add(number);
            return () -> cancelled.add(number);
          });

  private static List<PagedRow.Loaded> page(int number) {
    return IntStream.range(0, PagedRows.PAGE_SIZE)
        .map(i -> number * PagedRows.PAGE_SIZE + i)
        .mapToObj(
            index ->
                new PagedRow.Loaded(
                    new ConfigurationObject(
                        PlenumResources.catalog().type(Conference.class),
                        index,
                        1,
                        Values.EMPTY,
                        Set.of(),
                        Map.of()),
                    Map.of("name", "Room " + index)))
        .toList();
  }

  private void look(int number) {
    rows.get(number * PagedRows.PAGE_SIZE);
  }

  private boolean isLoaded(int number) {
    return rows.get(number * PagedRows.PAGE_SIZE).contentProperty().get().isPresent();
  }

  @Test
  void requestsForRowsThatWereScrolledPastAreCancelled() {
    rows.restart(SIZE, page(0));

    IntStream.rangeClosed(100, 200).forEach(this::look);

    assertThat(requested).hasSize(101);
    assertThat(cancelled)
        .as("all but those that fill a window")
        .containsExactlyElementsOf(
            IntStream.rangeClosed(100, 200 - PagedRows.PAGES_IN_VIEW).boxed().toList());
    rows.show(200, page(200));
    assertThat(isLoaded(200)).isTrue();
  }

  @Test
  void aCancelledPageIsRequestedAgainWhenItIsLookedAt() {
    rows.restart(SIZE, page(0));
    IntStream.rangeClosed(100, 110).forEach(this::look);
    requested.clear();

    look(100);
    look(100);

    assertThat(requested).containsExactly(100);
  }

  @Test
  void pagesThatCameAreNotCancelledAndNotRequestedAgain() {
    rows.restart(SIZE, page(0));
    for (int number = 1; number <= 20; number++) {
      look(number);
      rows.show(number, page(number));
    }

    assertThat(cancelled).isEmpty();
    assertThat(requested).hasSize(20);
    IntStream.rangeClosed(0, 20).forEach(number -> assertThat(isLoaded(number)).isTrue());
    assertThat(requested).hasSize(20);
  }

  @Test
  void onlyTheLatestPagesAreKept() {
    rows.restart(SIZE, page(0));
    for (int number = 1; number < SIZE / PagedRows.PAGE_SIZE; number++) {
      look(number);
      rows.show(number, page(number));
    }
    requested.clear();

    int last = SIZE / PagedRows.PAGE_SIZE - 1;
    IntStream.rangeClosed(last - PagedRows.MAX_PAGES + 1, last).forEach(this::look);
    assertThat(requested).isEmpty();
    look(last - PagedRows.MAX_PAGES);
    assertThat(requested).hasSize(1);
  }

  @Test
  void anotherListCancelsWhatWasUnderWay() {
    rows.restart(SIZE, page(0));
    look(7);

    rows.restart(10, page(0));

    assertThat(cancelled).containsExactly(7);
    assertThat(rows).hasSize(10);
  }

  @Test
  void whatIsLookedAtIsFetchedAgainOnce() {
    rows.restart(SIZE, page(0));
    look(1);
    rows.show(1, page(1));
    look(2);

    rows.refetch();

    assertThat(cancelled).containsExactly(2);
    assertThat(requested).endsWith(0, 1, 2);
    rows.show(1, page(1));
    assertThat(requested).hasSize(5);
  }

  @Test
  void anExecutorThatIsDoneAtOnceLeavesNothingUnderWay() {
    PagedRows direct =
        new PagedRows(
            number -> {
              requested.add(number);
              return Task.DONE;
            });
    direct.restart(SIZE, page(0));

    IntStream.rangeClosed(1, 30).forEach(number -> direct.get(number * PagedRows.PAGE_SIZE));
    IntStream.rangeClosed(1, 30).forEach(number -> direct.get(number * PagedRows.PAGE_SIZE));

    assertThat(requested).hasSize(30);
  }
}
