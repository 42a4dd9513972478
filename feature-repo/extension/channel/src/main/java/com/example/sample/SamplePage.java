package com.example.sample;

import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The page as the shell takes it up and lets it go while people work.
@Component
public final class SamplePage implements ViewContribution {
  private final SampleHook hook;
  private final SampleDeliveries deliveries;
  private final ShopZone zone;

  @Activate
  public SamplePage(
      @Reference SampleHook hook,
      @Reference SampleDeliveries deliveries,
      @Reference ShopZone zone) {
    this.hook = hook;
    this.deliveries = deliveries;
    this.zone = zone;
  }

  @Override
  public String path() {
    return "sample";
  }

  @Override
  public Section section() {
    return Section.STRATEGY;
  }

  @Override
  public String titleKey() {
    return "sample.title";
  }

  @Override
  public String icon() {
    return "vaadin:paperplane";
  }

  @Override
  public String permission() {
    return "campaign.check";
  }

  @Override
  public Class<? extends com.vaadin.flow.component.Component> viewType() {
    return SampleView.class;
  }

  @Override
  public com.vaadin.flow.component.Component create() {
    return new SampleView(hook, deliveries, zone);
  }
}
