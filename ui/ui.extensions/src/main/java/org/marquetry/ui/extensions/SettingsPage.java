package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.settings.api.LogLevels;
import org.marquetry.settings.api.Settings;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The settings of extensions; `settings/FEATURE` shows those of one.
@org.osgi.service.component.annotations.Component
public final class SettingsPage implements ViewContribution {
  static final String PATH = "settings";
  static final String PARAMETER = "feature";

  /// What the page works with.
  record Services(
      Settings settings, LogLevels levels, Colleagues colleagues, ShopZone zone, Live live) {}

  private final Services services;

  @Activate
  public SettingsPage(
      @Reference Settings settings,
      @Reference LogLevels levels,
      @Reference Colleagues colleagues,
      @Reference ShopZone zone,
      @Reference Live live) {
    services = new Services(settings, levels, colleagues, zone, live);
  }

  @Override
  public String path() {
    return PATH + "/:" + PARAMETER + "?";
  }

  @Override
  public Section section() {
    return Section.SYSTEM;
  }

  @Override
  public String titleKey() {
    return "extensions.settings";
  }

  @Override
  public String icon() {
    return "vaadin:sliders";
  }

  @Override
  public int order() {
    return 150;
  }

  @Override
  public String permission() {
    return "settings.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return SettingsView.class;
  }

  @Override
  public Component create() {
    return new SettingsView(services);
  }
}
