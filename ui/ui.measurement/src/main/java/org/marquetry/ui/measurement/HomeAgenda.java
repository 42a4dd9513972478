package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.PanelContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What waits, what went wrong and what was done, on the page Today.
@org.osgi.service.component.annotations.Component
public final class HomeAgenda implements PanelContribution {
  private final MeasurementServices services;

  @Activate
  public HomeAgenda(@Reference MeasurementServices services) {
    this.services = services;
  }

  @Override
  public String place() {
    return "home";
  }

  @Override
  public String titleKey() {
    return "measurement.agenda";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return FiguresPage.PERMISSION;
  }

  @Override
  public Component create(String subject) {
    return new AgendaPanel(services);
  }
}
