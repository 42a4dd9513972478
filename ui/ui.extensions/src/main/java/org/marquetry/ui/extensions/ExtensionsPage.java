package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What extends the suite.
@org.osgi.service.component.annotations.Component
public final class ExtensionsPage implements ViewContribution {
  static final String PATH = "extensions";
  static final String PARAMETER = "part";

  private final ExtensionServices services;

  @Activate
  public ExtensionsPage(@Reference ExtensionServices services) {
    this.services = services;
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
    return "extensions";
  }

  @Override
  public String icon() {
    return "vaadin:puzzle-piece";
  }

  @Override
  public int order() {
    return 150;
  }

  @Override
  public String permission() {
    return "feature.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return ExtensionsView.class;
  }

  @Override
  public Component create() {
    return new ExtensionsView(services);
  }
}
