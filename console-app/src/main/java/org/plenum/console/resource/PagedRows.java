package org.plenum.console.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;
import org.plenum.console.concurrent.Task;

/**
 * A list of any length of which only the pages near what is looked at are kept. Asking for a row of
 * another page makes that page be fetched; who scrolls on faster than pages come cancels those that
 * were scrolled past. For the JavaFX thread.
 */
public final class PagedRows extends ObservableListBase<PagedRow> {
  /** Rows that are fetched at once. */
  static final int PAGE_SIZE = 50;

  static final int MAX_PAGES = 40;
  static final int PAGES_IN_VIEW = 3;

  private final IntFunction<Task> fetch;

  /** Pages in the order of their last use. */
  private final LinkedHashMap<Integer, List<PagedRow>> pages = new LinkedHashMap<>(16, 0.75f, true);

  /** Requests for pages that have not come, in the order in which they were made. */
  private final LinkedHashMap<Integer, Task> underWay = new LinkedHashMap<>();

  private int size;

  /** An empty list; {@code fetch} gets the number of each page that is needed. */
  PagedRows(IntFunction<Task> fetch) {
    this.fetch = fetch;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public PagedRow get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return page(index / PAGE_SIZE).get(index % PAGE_SIZE);
  }

  private List<PagedRow> page(int number) {
    List<PagedRow> page = pages.get(number);
    if (page == null) {
      page = emptyPage();
      pages.put(number, page);
      if (pages.size() > MAX_PAGES) {
        forget(pages.firstEntry().getKey());
      }
      request(number);
    }
    return page;
  }

  private void request(int number) {
    if (underWay.size() == PAGES_IN_VIEW) {
      forget(underWay.firstEntry().getKey());
    }
    Task task = fetch.apply(number);
    if (task != Task.DONE) {
      underWay.put(number, task);
    }
  }

  /**
   * A page is fetched again when it is looked at: it was scrolled past, or could not be fetched.
   */
  void forget(int number) {
    pages.remove(number);
    Task task = underWay.remove(number);
    if (task != null) {
      task.cancel();
    }
  }

  private void cancelAll() {
    underWay.values().forEach(Task::cancel);
    underWay.clear();
  }

  /** A page has been fetched. */
  void show(int number, List<PagedRow.Loaded> loaded) {
    underWay.remove(number);
    List<PagedRow> page = pages.get(number);
    if (page != null) {
      for (int i = 0; i < Math.min(page.size(), loaded.size()); i++) {
        page.get(i).show(loaded.get(i));
      }
    }
  }

  /** The whole list has another length. */
  void resize(int newSize) {
    if (newSize == size) {
      return;
    }
    beginChange();
    int oldSize = size;
    size = newSize;
    if (newSize > oldSize) {
      nextAdd(oldSize, newSize);
    } else {
      nextRemove(newSize, Collections.nCopies(oldSize - newSize, new PagedRow()));
    }
    endChange();
  }

  /** Another list begins, whose first page is known. */
  void restart(int newSize, List<PagedRow.Loaded> firstPage) {
    cancelAll();
    pages.clear();
    resize(0);
    if (newSize > 0) {
      pages.put(0, emptyPage());
      show(0, firstPage);
    }
    resize(newSize);
  }

  private static List<PagedRow> emptyPage() {
    return IntStream.range(0, PAGE_SIZE).mapToObj(i -> new PagedRow()).toList();
  }

  /** What is looked at is fetched again; what is not, when it is looked at. */
  void refetch() {
    List<Integer> recent = List.copyOf(pages.keySet());
    List<Integer> inView =
        recent.subList(Math.max(0, recent.size() - PAGES_IN_VIEW), recent.size());
    Map<Integer, List<PagedRow>> kept = new LinkedHashMap<>();
    inView.forEach(number -> kept.put(number, pages.get(number)));
    cancelAll();
    pages.clear();
    pages.putAll(kept);
    inView.forEach(this::request);
  }
}
