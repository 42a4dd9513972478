package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.PanelContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The figures on the page Today.
@org.osgi.service.component.annotations.Component
public final class HomeFigures implements PanelContribution {
  private final MeasurementServices services;

  @Activate
  public HomeFigures(@Reference MeasurementServices services) {
    this.services = services;
  }

  @Override
  public String place() {
    return "home";
  }

  @Override
  public String titleKey() {
    return "measurement.panel";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return FiguresPage.PERMISSION;
  }

  @Override
  public Component create(String subject) {
    return new FiguresPanel(services);
  }
}
