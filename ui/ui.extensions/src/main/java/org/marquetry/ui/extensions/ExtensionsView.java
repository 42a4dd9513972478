package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// The extensions in four parts, each with its own address, below the change that is being made.
final class ExtensionsView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, Stateful {
  private static final long serialVersionUID = 1L;
  private static final String INSTALLED = "installed";
  private static final String TYPED = "typed";

  private final transient Map<String, Supplier<? extends Component>> parts = new LinkedHashMap<>();
  private final H1 title = new H1();
  private final Nav choice = new Nav();
  private final Div place = new Div();
  private final RunPart run;
  private String part = INSTALLED;
  private transient @Nullable Component open;

  ExtensionsView(ExtensionServices services) {
    run = new RunPart(services, this::refresh);
    parts.put(INSTALLED, () -> new InstalledPart(services, run::refresh));
    parts.put("available", () -> new OffersPart(services, run::refresh));
    parts.put("history", () -> new HistoryPart(services, run::refresh));
    parts.put("trust", () -> new TrustPart(services));
    setId("extensions");
    choice.addClassName("mq-tabs");
    place.addClassName("mq-whole");
    add(title, run, choice, place);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    part =
        event
            .getRouteParameters()
            .get(ExtensionsPage.PARAMETER)
            .filter(parts::containsKey)
            .orElse(INSTALLED);
    if (isAttached()) {
      show();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    run.refresh();
    show();
  }

  private void show() {
    title.setText(getTranslation("extensions"));
    choice.getElement().setAttribute("aria-label", getTranslation("extensions"));
    choice.removeAll();
    for (String name : parts.keySet()) {
      Anchor link =
          new Anchor(ExtensionsPage.PATH + "/" + name, getTranslation("extensions.part." + name));
      link.getElement().setAttribute("router-link", true);
      if (name.equals(part)) {
        link.getElement().setAttribute("aria-current", "page");
      }
      choice.add(link);
    }
    String typed = search().map(TextField::getValue).orElse("");
    place.removeAll();
    Supplier<? extends Component> made = parts.get(part);
    if (made != null) {
      Component now = made.get();
      open = now;
      place.add(now);
      search().ifPresent(s -> s.setValue(typed));
    }
  }

  private Optional<TextField> search() {
    return open instanceof Part shown ? shown.search() : Optional.empty();
  }

  private void refresh() {
    if (open instanceof Part shown) {
      shown.refresh();
    }
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of(TYPED, search().map(TextField::getValue).orElse("")));
  }

  @Override
  public void restore(ViewState state) {
    search().ifPresent(s -> s.setValue(state.get(TYPED).orElse("")));
  }
}
