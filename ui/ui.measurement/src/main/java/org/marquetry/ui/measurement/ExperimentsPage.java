package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The experiments.
@org.osgi.service.component.annotations.Component
public final class ExperimentsPage implements ViewContribution {
  static final String PATH = "experiments";

  private final ExperimentServices services;

  @Activate
  public ExperimentsPage(@Reference ExperimentServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Section section() {
    return Section.MEASUREMENT;
  }

  @Override
  public String titleKey() {
    return "measurement.experiments";
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
    return ExperimentsView.class;
  }

  @Override
  public Component create() {
    return new ExperimentsView(services);
  }
}
