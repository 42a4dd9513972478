package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What one experiment shows.
@org.osgi.service.component.annotations.Component
public final class ExperimentPage implements ViewContribution {
  static final String PARAMETER = "experiment";

  private final ExperimentServices services;

  @Activate
  public ExperimentPage(@Reference ExperimentServices services) {
    this.services = services;
  }

  static String address(String experiment) {
    return ExperimentsPage.PATH + "/" + experiment;
  }

  @Override
  public String path() {
    return ExperimentsPage.PATH + "/:" + PARAMETER;
  }

  @Override
  public boolean inNavigation() {
    return false;
  }

  @Override
  public Section section() {
    return Section.MEASUREMENT;
  }

  @Override
  public String titleKey() {
    return "measurement.experiment";
  }

  @Override
  public String icon() {
    return "vaadin:flask";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "experiment.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return ExperimentView.class;
  }

  @Override
  public Component create() {
    return new ExperimentView(services);
  }
}
