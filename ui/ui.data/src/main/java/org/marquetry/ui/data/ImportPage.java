package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// One import: how the file is understood, what it would do, what it did.
@org.osgi.service.component.annotations.Component
public final class ImportPage implements ViewContribution {
  static final String PARAMETER = "import";

  private final ImportServices services;

  @Activate
  public ImportPage(@Reference ImportServices services) {
    this.services = services;
  }

  static String address(String id) {
    return ImportsPage.PATH + "/" + id;
  }

  @Override
  public String path() {
    return ImportsPage.PATH + "/:" + PARAMETER;
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
    return "data.import";
  }

  @Override
  public String icon() {
    return "vaadin:upload";
  }

  @Override
  public String permission() {
    return ImportsPage.READ;
  }

  @Override
  public Class<? extends Component> viewType() {
    return ImportView.class;
  }

  @Override
  public Component create() {
    return new ImportView(services);
  }
}
