package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// All customers.
@org.osgi.service.component.annotations.Component
public final class CustomersPage implements ViewContribution {
  static final String PATH = CustomerAddress.LIST;
  static final String PERMISSION = "profile.read";

  private final ProfileServices services;

  @Activate
  public CustomersPage(@Reference ProfileServices services) {
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
    return "profile.customers";
  }

  @Override
  public String icon() {
    return "vaadin:user-card";
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
    return CustomersView.class;
  }

  @Override
  public Component create() {
    return new CustomersView(services);
  }
}
