package org.marquetry.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;

/// Today. Panels come from the installed bundles; without any, the page says what to do first.
public final class HomeView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;

  private final transient Panels panels;
  private final transient ShopSettings shop;
  private final H1 title = new H1();
  private final Paragraph name = new Paragraph();
  private final Div place = new Div();
  private transient Panels.@Nullable Open open;

  HomeView(Panels panels, ShopSettings shop) {
    this.panels = panels;
    this.shop = shop;
    setId("home");
    name.addClassName("shell-subtitle");
    place.addClassName("shell-panels");
    add(title, name, place);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    open = panels.show("home", "", place, event.getUI(), Actor.current(), this::empty);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("shell.home"));
    name.setText(
        Actor.current().may("settings.read")
            ? shop.settings().map(ShopSettings.Settings::name).orElse("")
            : "");
    if (open != null) {
      open.fill();
    }
  }

  private Div empty() {
    Div quiet =
        new Div(
            new Icon("vaadin", "chart-line"), new Paragraph(getTranslation("shell.home.empty")));
    quiet.addClassName("shell-quiet");
    return quiet;
  }
}
