package org.marquetry.ui.measurement;

import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the panel and the page work with.
@Component(service = MeasurementServices.class)
public final class MeasurementServices {
  private final FiguresSource figures;
  private final TodaySource today;
  private final AlertsSource alerts;
  private final ShopZone zone;
  private final Live live;

  @Activate
  public MeasurementServices(
      @Reference FiguresSource figures,
      @Reference TodaySource today,
      @Reference AlertsSource alerts,
      @Reference ShopZone zone,
      @Reference Live live) {
    this.figures = figures;
    this.today = today;
    this.alerts = alerts;
    this.zone = zone;
    this.live = live;
  }

  FiguresSource figures() {
    return figures;
  }

  TodaySource today() {
    return today;
  }

  AlertsSource alerts() {
    return alerts;
  }

  ShopZone zone() {
    return zone;
  }

  Live live() {
    return live;
  }
}
