package org.marquetry.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Places;

/// Today. Panels and actions come from the installed bundles; without any panel, the page says what
/// is so.
public final class HomeView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final String PLACE = "home";

  private final transient ShopSettings shop;
  private final H1 title = new H1();
  private final Paragraph name = new Paragraph();

  HomeView(Places places, ShopSettings shop) {
    this.shop = shop;
    setId("home");
    name.addClassName("shell-subtitle");
    Div head = new Div(new Div(title, name), places.actions(PLACE, ""));
    head.addClassName("shell-head");
    add(head, places.panels(PLACE, "", this::empty));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("shell.home"));
    name.setText(
        Actor.current().may("settings.read")
            ? shop.settings().map(ShopSettings.Settings::name).orElse("")
            : "");
  }

  private Div empty() {
    Div quiet =
        new Div(
            new Icon("vaadin", "chart-line"), new Paragraph(getTranslation("shell.home.empty")));
    quiet.addClassName("shell-quiet");
    return quiet;
  }
}
