package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import org.marquetry.insight.api.Figure;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What the figures rest on.
@org.osgi.service.component.annotations.Component
public final class FiguresPage implements ViewContribution {
  static final String PERMISSION = "insight.read";
  static final String PARAMETER = "figure";

  private static final String PATH = "figures";

  private final MeasurementServices services;

  @Activate
  public FiguresPage(@Reference MeasurementServices services) {
    this.services = services;
  }

  static String address(Figure figure) {
    return PATH + "/" + FigureWords.word(figure);
  }

  @Override
  public String path() {
    return PATH + "/:" + PARAMETER + "?";
  }

  @Override
  public Section section() {
    return Section.MEASUREMENT;
  }

  @Override
  public String titleKey() {
    return "measurement.figures";
  }

  @Override
  public String icon() {
    return "vaadin:chart-line";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return PERMISSION;
  }

  @Override
  public Class<? extends Component> viewType() {
    return FiguresView.class;
  }

  @Override
  public Component create() {
    return new FiguresView(services);
  }
}
