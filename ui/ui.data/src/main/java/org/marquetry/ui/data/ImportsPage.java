package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Where a file is handed over, and all imports.
@org.osgi.service.component.annotations.Component
public final class ImportsPage implements ViewContribution {
  static final String PATH = "imports";
  static final String READ = "data.read";
  static final String IMPORT = "data.import";

  private final ImportServices services;

  @Activate
  public ImportsPage(@Reference ImportServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Section section() {
    return Section.DATA;
  }

  @Override
  public String titleKey() {
    return "data.imports";
  }

  @Override
  public String icon() {
    return "vaadin:upload";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return READ;
  }

  @Override
  public Class<? extends Component> viewType() {
    return ImportsView.class;
  }

  @Override
  public Component create() {
    return new ImportsView(services);
  }
}
