package org.marquetry.ui.extensions;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.marquetry.access.api.LogIn;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.feature.api.Features;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.settings.api.Settings;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the page asks.
@Component(service = ExtensionServices.class)
public final class ExtensionServices {
  private static final String INSTALL = "feature.install";

  private final BundleContext context;
  private final Features features;
  private final FeatureSources sources;
  private final LogIn logIn;
  private final Settings settings;
  private final Live live;
  private final Colleagues colleagues;
  private final ShopZone zone;
  private final InstantSource clock;

  @Activate
  public ExtensionServices(
      BundleContext context,
      @Reference Features features,
      @Reference FeatureSources sources,
      @Reference LogIn logIn,
      @Reference Settings settings,
      @Reference Live live,
      @Reference Colleagues colleagues,
      @Reference ShopZone zone,
      @Reference InstantSource clock) {
    this.context = context;
    this.features = features;
    this.sources = sources;
    this.logIn = logIn;
    this.settings = settings;
    this.live = live;
    this.colleagues = colleagues;
    this.zone = zone;
    this.clock = clock;
  }

  /// Whether the user of this tab may change features.
  boolean mayInstall() {
    return Actor.current().may(INSTALL);
  }

  Features features() {
    return features;
  }

  FeatureSources sources() {
    return sources;
  }

  LogIn logIn() {
    return logIn;
  }

  Live live() {
    return live;
  }

  /// Whether the user of this tab can look at settings of a feature.
  boolean isSettable(String feature, Locale locale) {
    return Actor.current().may("settings.read")
        && settings.groups(locale).stream().anyMatch(g -> g.feature().equals(feature));
  }

  InstantSource clock() {
    return clock;
  }

  Formats formats(Locale locale) {
    return new Formats(locale, zone.zone());
  }

  People people(Locale locale) {
    return new People(colleagues.names(locale));
  }

  /// A page that a bundle adds, as the navigation names it.
  ///
  /// @param address empty: it does not stand in the navigation
  record Page(String titleKey, String address) {}

  /// The pages that some bundles add; nothing of theirs is kept.
  ///
  /// @param bundles symbolic name and version of each
  List<Page> pages(Collection<String> bundles) {
    List<Page> pages = new ArrayList<>();
    for (ServiceReference<ViewContribution> reference : views()) {
      var bundle = reference.getBundle();
      ViewContribution view =
          bundle != null && bundles.contains(bundle.getSymbolicName() + " " + bundle.getVersion())
              ? context.getService(reference)
              : null;
      if (view != null) {
        String address = view.path().replaceAll("/:.*", "");
        pages.add(new Page(view.titleKey(), view.inNavigation() ? address : ""));
        context.ungetService(reference);
      }
    }
    return pages;
  }

  private Collection<ServiceReference<ViewContribution>> views() {
    try {
      return context.getServiceReferences(ViewContribution.class, null);
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("there is no filter", e);
    }
  }
}
