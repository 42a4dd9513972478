package org.marquetry.ui.extensions;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.marquetry.settings.api.SettingsField;
import org.marquetry.settings.api.SettingsGroup;
import org.marquetry.ui.api.Lists;

/// A form for each component of an extension that has settings. Follows extensions that come and
/// go; what others set meanwhile is not drawn under a hand that types.
final class SettingsView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final transient SettingsPage.Services services;
  private final Nav back = new Nav();
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Div forms = new Div();
  private transient Optional<String> feature = Optional.empty();
  private transient List<String> shown = List.of();

  SettingsView(SettingsPage.Services services) {
    this.services = services;
    setId("settings");
    about.addClassName("shell-subtitle");
    forms.addClassName("mq-whole");
    add(back, title, about, forms);
    services.live().watch(this, PERIOD, () -> outline(groups()), this::news);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    feature = event.getRouteParameters().get(SettingsPage.PARAMETER);
    draw();
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    draw();
  }

  private List<SettingsGroup> groups() {
    return services.settings().groups(getLocale()).stream()
        .filter(g -> feature.isEmpty() || feature.get().equals(g.feature()))
        .toList();
  }

  /// Which forms with which fields there are.
  private static List<String> outline(List<SettingsGroup> groups) {
    return groups.stream()
        .map(g -> g.component() + g.fields().stream().map(SettingsField::key).toList())
        .toList();
  }

  private void news(List<String> outline) {
    if (!outline.equals(shown)) {
      draw();
    }
  }

  private void draw() {
    List<SettingsGroup> groups = groups();
    shown = outline(groups);
    title.setText(getTranslation("extensions.settings"));
    about.setText(getTranslation("extensions.settings.about"));
    about.setVisible(!groups.isEmpty());
    back.removeAll();
    back.setVisible(feature.isPresent());
    if (feature.isPresent()) {
      Anchor all = Lists.link(SettingsPage.PATH, getTranslation("extensions.settings.all"));
      all.setId("all-settings");
      back.add(all);
    }
    forms.removeAll();
    if (groups.isEmpty()) {
      forms.add(Lists.empty(this, "settings-none", "sliders", "extensions.settings.none"));
    }
    groups.forEach(g -> forms.add(new SettingsForm(services, g)));
  }
}
