package org.plenum.console.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenum.console.i18n.Messages;
import org.plenum.model.config.Menu;
import org.plenum.model.config.ResourceCatalog;

/**
 * An entry of the navigation.
 *
 * @param key for tests; the entry's node is called {@code nav-KEY}
 */
public record NavigationItem(String key, String title, Route route) {
  /** The menus of the console in their order; those without pages are left out. */
  static Map<Menu, List<NavigationItem>> menus(ResourceCatalog catalog, Messages messages) {
    Map<Menu, List<NavigationItem>> menus = new LinkedHashMap<>();
    for (Menu menu : Menu.values()) {
      List<NavigationItem> items = new ArrayList<>();
      if (menu == Menu.STATUS) {
        items.addAll(statusPages(messages));
      }
      if (menu == Menu.HISTORY) {
        items.add(
            new NavigationItem("versions", messages.get("page.versions"), new Route.Versions()));
      }
      for (ResourcePage page : ResourcePage.of(catalog, messages)) {
        if (page.type().menu() == menu && page.hasEntry()) {
          items.add(new NavigationItem(page.key(), page.title(), routeOf(page)));
        }
      }
      if (menu == Menu.SERVICES) {
        items.add(
            new NavigationItem(
                "route-tester", messages.get("page.route-tester"), new Route.RouteTester()));
      }
      if (!items.isEmpty()) {
        menus.put(menu, List.copyOf(items));
      }
    }
    return menus;
  }

  private static Route routeOf(ResourcePage page) {
    return page.type().singleton() ? new Route.EditObject(page, 1) : page.list();
  }

  private static List<NavigationItem> statusPages(Messages messages) {
    return List.of(
        new NavigationItem("live-view", messages.get("page.live-view"), new Route.LiveView()),
        new NavigationItem(
            "conferences", messages.get("page.conferences"), new Route.Conferences()),
        new NavigationItem(
            "participants", messages.get("page.participants"), new Route.Participants()),
        new NavigationItem("nodes", messages.get("page.nodes"), new Route.Nodes()));
  }
}
