package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;
import org.marquetry.ui.api.Places;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The places of pages, filled with what the bundles contribute.
@org.osgi.service.component.annotations.Component
public final class ShellPlaces implements Places {
  private final Panels panels;
  private final Actions actions;

  @Activate
  public ShellPlaces(@Reference Panels panels, @Reference Actions actions) {
    this.panels = panels;
    this.actions = actions;
  }

  @Override
  public Component panels(String place, String subject, Supplier<? extends Component> empty) {
    return new PanelsPlace(panels, place, subject, empty);
  }

  @Override
  public Component actions(String place, String subject) {
    return new ActionsPlace(actions, place, subject);
  }
}
