package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// All segments.
@org.osgi.service.component.annotations.Component
public final class SegmentsPage implements ViewContribution {
  static final String PATH = "segments";

  private final SegmentServices services;

  @Activate
  public SegmentsPage(@Reference SegmentServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Section section() {
    return Section.PROFILE;
  }

  @Override
  public String titleKey() {
    return "profile.segments";
  }

  @Override
  public String icon() {
    return "vaadin:filter";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return CustomersPage.PERMISSION;
  }

  @Override
  public Class<? extends Component> viewType() {
    return SegmentsView.class;
  }

  @Override
  public Component create() {
    return new SegmentsView(services);
  }
}
