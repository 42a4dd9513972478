package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.insight.api.Figures;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// A month of campaigns, tests and sale days.
@org.osgi.service.component.annotations.Component
public final class CalendarPage implements ViewContribution {
  static final String PATH = "calendar";

  private final CampaignServices services;
  private final InstantSource clock;
  private final @Nullable Figures figures;

  @Activate
  public CalendarPage(
      @Reference CampaignServices services,
      @Reference InstantSource clock,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Figures figures) {
    this.services = services;
    this.clock = clock;
    this.figures = figures;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Section section() {
    return Section.STRATEGY;
  }

  @Override
  public String titleKey() {
    return "strategy.calendar";
  }

  @Override
  public String icon() {
    return "vaadin:calendar";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public String permission() {
    return "campaign.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return CalendarView.class;
  }

  @Override
  public Component create() {
    return new CalendarView(services, clock, Optional.ofNullable(figures));
  }
}
