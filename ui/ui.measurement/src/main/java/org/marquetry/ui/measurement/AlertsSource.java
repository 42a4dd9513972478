package org.marquetry.ui.measurement;

import java.time.InstantSource;
import org.marquetry.insight.api.FigureAlerts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// The way to the alerts on figures.
@Component(service = AlertsSource.class)
public final class AlertsSource extends Source<FigureAlerts> {
  @Activate
  public AlertsSource(@Reference InstantSource clock) {
    super(clock);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "gone")
  void come(FigureAlerts service) {
    came(service);
  }

  void gone(FigureAlerts service) {
    went(service);
  }
}
