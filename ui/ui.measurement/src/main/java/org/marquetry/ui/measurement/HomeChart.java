package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.PanelContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// 13 months of net revenue on the page Today.
@org.osgi.service.component.annotations.Component
public final class HomeChart implements PanelContribution {
  private final MeasurementServices services;

  @Activate
  public HomeChart(@Reference MeasurementServices services) {
    this.services = services;
  }

  @Override
  public String place() {
    return "home";
  }

  @Override
  public String titleKey() {
    return "measurement.year";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String permission() {
    return FiguresPage.PERMISSION;
  }

  @Override
  public Component create(String subject) {
    return new ChartPanel(services);
  }
}
