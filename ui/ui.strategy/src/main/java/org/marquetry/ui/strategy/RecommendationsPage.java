package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.marquetry.data.api.Catalogue;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.recommend.api.RecommendationRules;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What is recommended to whom, and the rules of it.
@org.osgi.service.component.annotations.Component
public final class RecommendationsPage implements ViewContribution {
  static final String PATH = "recommendations";

  /// What the page works with.
  record Services(
      Recommendations recommendations,
      RecommendationRules rules,
      Catalogue catalogue,
      LiveProfiles profiles,
      Jobs jobs,
      ShopZone zone,
      Colleagues colleagues,
      Live live) {
    Formats formats(Locale locale) {
      return new Formats(locale, zone.zone());
    }

    static boolean mayChange() {
      return Actor.current().may("recommend.rules");
    }
  }

  private final Services services;

  @Activate
  public RecommendationsPage(
      @Reference Recommendations recommendations,
      @Reference RecommendationRules rules,
      @Reference Catalogue catalogue,
      @Reference LiveProfiles profiles,
      @Reference Jobs jobs,
      @Reference ShopZone zone,
      @Reference Colleagues colleagues,
      @Reference Live live) {
    services =
        new Services(recommendations, rules, catalogue, profiles, jobs, zone, colleagues, live);
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
    return "strategy.recommendations";
  }

  @Override
  public String icon() {
    return "vaadin:thumbs-up-o";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String permission() {
    return "recommend.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return RecommendationsView.class;
  }

  @Override
  public Component create() {
    return new RecommendationsView(services);
  }
}
