package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.Sources;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What a source brought with other columns: the old and the new ones side by side, and the way on.
@org.osgi.service.component.annotations.Component
public final class HeldPage implements ViewContribution {
  static final String PARAMETER = "source";

  private final Sources sources;
  private final ImportServices services;

  @Activate
  public HeldPage(@Reference Sources sources, @Reference ImportServices services) {
    this.sources = sources;
    this.services = services;
  }

  static String address(String source) {
    return "sources/" + source + "/columns";
  }

  @Override
  public String path() {
    return address(":" + PARAMETER);
  }

  @Override
  public boolean inNavigation() {
    return false;
  }

  @Override
  public Section section() {
    return Section.DATA;
  }

  @Override
  public String titleKey() {
    return "data.held";
  }

  @Override
  public String icon() {
    return "vaadin:download-alt";
  }

  @Override
  public String permission() {
    return ImportsPage.IMPORT;
  }

  @Override
  public Class<? extends Component> viewType() {
    return HeldView.class;
  }

  @Override
  public Component create() {
    return new HeldView(sources, services);
  }
}
