package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.PanelContribution;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The contributed panels, and the open pages that show them. A panel that cannot be made says so;
/// the others stand.
@org.osgi.service.component.annotations.Component(service = Panels.class)
public final class Panels {
  private static final Logger log = LoggerFactory.getLogger(Panels.class);

  private final List<PanelContribution> all = new CopyOnWriteArrayList<>();
  private final List<Open> shown = new CopyOnWriteArrayList<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void add(PanelContribution panel) {
    all.add(panel);
    tell(panel);
  }

  void remove(PanelContribution panel) {
    all.remove(panel);
    tell(panel);
    VaadinCaches.forget(panel.getClass().getClassLoader());
  }

  /// Show the panels of a place until the page closes, and follow those that come and go.
  ///
  /// @param actor whose permissions count
  /// @param empty what stands there when no panel does
  Open show(
      String place,
      String subject,
      HasComponents into,
      UI ui,
      Actor actor,
      Supplier<? extends Component> empty) {
    Open open = new Open(place, subject, into, ui, actor, empty);
    shown.add(open);
    open.fill();
    return open;
  }

  private void tell(PanelContribution panel) {
    shown.removeIf(open -> open.place.equals(panel.place()) && !refilled(open));
  }

  private static boolean refilled(Open open) {
    try {
      open.actor.run(() -> {
        var _ = open.ui.access(() -> open.actor.run(open::fill));
      });
      return true;
    } catch (UIDetachedException closed) {
      return false;
    }
  }

  /// A place on an open page.
  final class Open {
    private final String place;
    private final String subject;
    private final HasComponents into;
    private final UI ui;
    private final Actor actor;
    private final Supplier<? extends Component> empty;
    private final Map<String, Component> content = new LinkedHashMap<>();

    private Open(
        String place,
        String subject,
        HasComponents into,
        UI ui,
        Actor actor,
        Supplier<? extends Component> empty) {
      this.place = place;
      this.subject = subject;
      this.into = into;
      this.ui = ui;
      this.actor = actor;
      this.empty = empty;
    }

    void close() {
      shown.remove(this);
    }

    /// Make all panels anew; what a panel of the same title kept is handed on.
    void fill() {
      Map<String, ViewState> states = new LinkedHashMap<>();
      content.forEach(
          (key, c) -> states.put(key, c instanceof Stateful s ? s.save() : ViewState.empty()));
      content.clear();
      into.removeAll();
      all.stream()
          .filter(p -> p.place().equals(place) && actor.may(p.permission()))
          .sorted(
              Comparator.comparingInt(PanelContribution::order)
                  .thenComparing(PanelContribution::titleKey))
          .forEach(p -> into.add(framed(p, states.getOrDefault(p.titleKey(), ViewState.empty()))));
      if (content.isEmpty()) {
        into.add(empty.get());
      }
    }

    private Component framed(PanelContribution panel, ViewState state) {
      H2 title = new H2(ui.getTranslation(panel.titleKey()));
      Section frame = new Section(title, made(panel));
      frame.addClassName("shell-panel");
      if (content.get(panel.titleKey()) instanceof Stateful s) {
        s.restore(state);
      }
      return frame;
    }

    private Component made(PanelContribution panel) {
      Component made;
      try {
        made = panel.create(subject);
      } catch (RuntimeException e) { // whatever a partner's code does, the page stands
        log.error("The panel {} could not be made", panel.titleKey(), e);
        made = new Paragraph(ui.getTranslation("shell.fault." + Faults.reason(e)));
      }
      content.put(panel.titleKey(), made);
      return made;
    }
  }
}
