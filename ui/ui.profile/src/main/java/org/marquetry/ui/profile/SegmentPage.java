package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// One segment, saved or new.
@org.osgi.service.component.annotations.Component
public final class SegmentPage implements ViewContribution {
  /// Stands in the address for a segment that is not saved yet.
  static final String NEW = "new";

  static final String PARAMETER = "segment";

  private final SegmentServices services;

  @Activate
  public SegmentPage(@Reference SegmentServices services) {
    this.services = services;
  }

  static String address(String segment) {
    return SegmentsPage.PATH + "/" + segment;
  }

  @Override
  public String path() {
    return SegmentsPage.PATH + "/:" + PARAMETER;
  }

  @Override
  public boolean inNavigation() {
    return false;
  }

  @Override
  public Section section() {
    return Section.PROFILE;
  }

  @Override
  public String titleKey() {
    return "profile.segment";
  }

  @Override
  public String icon() {
    return "vaadin:filter";
  }

  @Override
  public String permission() {
    return CustomersPage.PERMISSION;
  }

  @Override
  public Class<? extends Component> viewType() {
    return SegmentView.class;
  }

  @Override
  public Component create() {
    return new SegmentView(services);
  }
}
