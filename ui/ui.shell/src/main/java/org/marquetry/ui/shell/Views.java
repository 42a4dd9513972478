package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.router.EventUtil;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.RouteRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Keeps Vaadin's routes and the open browser tabs in step with the contributed pages.
///
/// In a swap the successor of a page comes before the former one goes. It takes over the address at
/// once: open tabs that show the former page hand its state over. A page that goes without a
/// successor leaves its tabs with a word of what is missing.
@org.osgi.service.component.annotations.Component(service = Views.class)
public final class Views {
  /// An open browser tab.
  interface Tab {
    UI ui();

    /// Whose tab it is.
    Actor actor();

    /// The navigation changed.
    void refresh();

    /// The page at this address has another class now.
    void replaced(ViewContribution successor, Class<?> former);

    /// The page was taken away.
    void gone(String path, Class<?> former);

    /// A page came to an address that had none.
    void came(ViewContribution view);
  }

  private static final List<Class<? extends RouterLayout>> LAYOUT = List.of(MainLayout.class);

  private final Map<String, List<ViewContribution>> byPath = new LinkedHashMap<>();
  private final Set<String> served = new HashSet<>();
  private final List<Tab> tabs = new CopyOnWriteArrayList<>();
  private @Nullable RouteRegistry routes;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  synchronized void add(ViewContribution view) {
    List<ViewContribution> same = byPath.computeIfAbsent(view.path(), p -> new ArrayList<>());
    Optional<ViewContribution> former =
        same.isEmpty() ? Optional.empty() : Optional.of(same.getLast());
    same.add(view);
    served.add(view.path());
    if (routes != null) {
      former.ifPresent(f -> RouteConfiguration.forRegistry(routes).removeRoute(f.path()));
      register(routes, view);
      tell(tab -> {
        former.ifPresentOrElse(f -> tab.replaced(view, f.viewType()), () -> tab.came(view));
        tab.refresh();
      });
    }
  }

  synchronized void remove(ViewContribution view) {
    List<ViewContribution> same = byPath.getOrDefault(view.path(), new ArrayList<>());
    boolean answered = !same.isEmpty() && same.getLast().equals(view);
    same.remove(view);
    if (same.isEmpty()) {
      byPath.remove(view.path());
    }
    Class<?> type = view.viewType();
    if (routes != null && answered) {
      RouteConfiguration.forRegistry(routes).removeRoute(view.path());
      if (!same.isEmpty()) {
        register(routes, same.getLast());
      }
      tell(tab -> {
        if (same.isEmpty()) {
          tab.gone(view.path(), type);
        } else {
          tab.replaced(same.getLast(), type);
        }
        tab.refresh();
        VaadinCaches.forget(type.getClassLoader());
      });
    }
    VaadinCaches.forget(type.getClassLoader());
  }

  synchronized void open(RouteRegistry registry) {
    routes = registry;
    RouteConfiguration own = RouteConfiguration.forRegistry(registry);
    own.setRoute("login", LogInView.class);
    own.setRoute("setup", SetUpView.class);
    own.setRoute("", HomeView.class, LAYOUT);
    own.setRoute(SystemView.PATH + "/:" + SystemView.PARAMETER + "?", SystemView.class, LAYOUT);
    own.setRoute(UsersView.PATH, UsersView.class, LAYOUT);
    byPath.values().forEach(same -> register(registry, same.getLast()));
  }

  synchronized void close() {
    routes = null;
  }

  /// Make a contributed page of this class; empty when no bundle contributes it any more.
  synchronized Optional<Component> create(Class<?> type) {
    return byPath.values().stream()
        .flatMap(List::stream)
        .filter(v -> v.viewType() == type)
        .findFirst()
        .map(ViewContribution::create);
  }

  /// The contribution behind a page's class.
  synchronized Optional<ViewContribution> find(Class<?> type) {
    return byPath.values().stream()
        .flatMap(List::stream)
        .filter(v -> v.viewType() == type)
        .findFirst();
  }

  /// Tell whether there was a page at this address since the start.
  synchronized boolean served(String path) {
    return served.stream().anyMatch(s -> new PathTemplate(s).matches(path));
  }

  /// The pages of a section, in their order.
  synchronized List<ViewContribution> in(Section section) {
    return byPath.values().stream()
        .map(List::getLast)
        .filter(v -> v.section() == section)
        .sorted(
            Comparator.comparingInt(ViewContribution::order).thenComparing(ViewContribution::path))
        .toList();
  }

  /// Let all open tabs take their texts anew.
  void translate() {
    tell(tab -> EventUtil.informLocaleChangeObservers(tab.ui()));
  }

  void opened(Tab tab) {
    tabs.add(tab);
  }

  void closed(Tab tab) {
    tabs.remove(tab);
  }

  private static void register(RouteRegistry routes, ViewContribution view) {
    RouteConfiguration.forRegistry(routes).setRoute(view.path(), view.viewType(), LAYOUT);
  }

  private void tell(Consumer<Tab> news) {
    tabs.removeIf(tab -> !told(tab, news));
  }

  private static boolean told(Tab tab, Consumer<Tab> news) {
    try {
      // Whoever runs it, and what Flow reads when it pushes, is the tab's user.
      tab.actor()
          .run(() -> {
            var _ = tab.ui().access(() -> tab.actor().run(() -> news.accept(tab)));
          });
      return true;
    } catch (UIDetachedException closed) {
      return false;
    }
  }
}
