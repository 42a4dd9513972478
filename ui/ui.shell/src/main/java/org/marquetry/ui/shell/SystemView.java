package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/// What runs, in four parts, each with its own address: health, who answers for each service and
/// why, jobs, bundles. All of it follows what happens.
public final class SystemView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  static final String PERMISSION = "system.read";
  static final String PATH = "system";
  static final String PARAMETER = "part";

  private static final long serialVersionUID = 1L;
  private static final String HEALTH = "health";
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final transient PageServices services;
  private final transient Map<String, Supplier<? extends Component>> parts = new LinkedHashMap<>();
  private final H1 title = new H1();
  private final Div summary = new Div();
  private final Nav choice = new Nav();
  private final Div place = new Div();
  private String part = HEALTH;

  /// Bundles that run and bundles that do not.
  private record Running(long active, long away) {}

  SystemView(PageServices services) {
    this.services = services;
    parts.put(HEALTH, () -> new HealthPart(services));
    parts.put("services", () -> new ServicesPart(services));
    parts.put("jobs", () -> new JobsPart(services));
    parts.put("bundles", () -> new BundlesPart(services));
    setId("system");
    summary.addClassName("shell-summary");
    choice.addClassName("mq-tabs");
    place.addClassName("mq-whole");
    Div head = new Div(title, summary);
    head.addClassName("shell-head");
    add(head, choice, place);
    services.live().watch(this, PERIOD, this::running, this::sum);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    part = event.getRouteParameters().get(PARAMETER).filter(parts::containsKey).orElse(HEALTH);
    if (isAttached()) {
      show();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    show();
  }

  private void show() {
    title.setText(getTranslation("shell.system"));
    choice.getElement().setAttribute("aria-label", getTranslation("shell.system"));
    choice.removeAll();
    parts
        .keySet()
        .forEach(name -> {
          Anchor link = new Anchor(PATH + "/" + name, getTranslation("shell.system." + name));
          link.getElement().setAttribute("router-link", true);
          if (name.equals(part)) {
            link.getElement().setAttribute("aria-current", "page");
          }
          choice.add(link);
        });
    place.removeAll();
    Supplier<? extends Component> made = parts.get(part);
    if (made != null) {
      place.add(made.get());
    }
    sum(running());
  }

  private Running running() {
    List<Bundle> bundles =
        Arrays.stream(services.bundles().getBundles()).filter(BundlesPart::isShown).toList();
    long active = bundles.stream().filter(b -> b.getState() == Bundle.ACTIVE).count();
    return new Running(active, bundles.size() - active);
  }

  private void sum(Running now) {
    summary.setText(
        now.away == 0
            ? getTranslation("shell.system.allRun", now.active)
            : getTranslation("shell.system.someAway", now.active, now.away));
    summary.setClassName("shell-good", now.away == 0);
    summary.setClassName("shell-bad", now.away > 0);
  }
}
