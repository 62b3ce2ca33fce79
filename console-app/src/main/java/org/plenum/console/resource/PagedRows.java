package org.plenum.console.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/**
 * A list of any length of which only the pages near what is looked at are kept. Asking for a row of
 * another page makes that page be fetched. For the JavaFX thread.
 */
public final class PagedRows extends ObservableListBase<PagedRow> {
  /** Rows that are fetched at once. */
  static final int PAGE_SIZE = 50;

  private static final int MAX_PAGES = 40;
  private static final int PAGES_IN_VIEW = 3;

  private final IntConsumer fetch;

  /** Pages in the order of their last use. */
  private final LinkedHashMap<Integer, List<PagedRow>> pages = new LinkedHashMap<>(16, 0.75f, true);

  private int size;

  /** An empty list; {@code fetch} gets the number of each page that is needed. */
  PagedRows(IntConsumer fetch) {
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
        pages.remove(pages.keySet().iterator().next());
      }
      fetch.accept(number);
    }
    return page;
  }

  /** A page has been fetched. */
  void show(int number, List<PagedRow.Loaded> loaded) {
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
    pages.clear();
    pages.putAll(kept);
    inView.forEach(fetch::accept);
  }
}
