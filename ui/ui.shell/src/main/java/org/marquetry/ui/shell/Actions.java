package org.marquetry.ui.shell;

import com.vaadin.flow.component.UIDetachedException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.ActionContribution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// The contributed actions, and the open pages that show them.
@Component(service = Actions.class)
public final class Actions {
  private final List<ActionContribution> all = new CopyOnWriteArrayList<>();
  private final List<ActionsPlace> shown = new CopyOnWriteArrayList<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void add(ActionContribution action) {
    all.add(action);
    tell(action);
  }

  void remove(ActionContribution action) {
    all.remove(action);
    tell(action);
    VaadinCaches.forget(action.getClass().getClassLoader());
  }

  /// The actions of a place that an actor may take, in their order.
  List<ActionContribution> of(String place, Actor actor) {
    return all.stream()
        .filter(a -> a.place().equals(place) && actor.may(a.permission()))
        .sorted(
            Comparator.comparingInt(ActionContribution::order)
                .thenComparing(ActionContribution::titleKey))
        .toList();
  }

  void opened(ActionsPlace place) {
    shown.add(place);
  }

  void closed(ActionsPlace place) {
    shown.remove(place);
  }

  private void tell(ActionContribution action) {
    shown.removeIf(open -> open.shows(action.place()) && !refilled(open));
  }

  private static boolean refilled(ActionsPlace open) {
    try {
      open.refill();
      return true;
    } catch (UIDetachedException closed) {
      return false;
    }
  }
}
