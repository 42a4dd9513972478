package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// One customer, reached from the list.
@org.osgi.service.component.annotations.Component
public final class CustomerPage implements ViewContribution {
  private final ProfileServices services;

  @Activate
  public CustomerPage(@Reference ProfileServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return CustomersPage.PATH + "/:" + CustomerAddress.PARAMETER;
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
    return "profile.customer";
  }

  @Override
  public String icon() {
    return "vaadin:user";
  }

  @Override
  public String permission() {
    return CustomersPage.PERMISSION;
  }

  @Override
  public Class<? extends Component> viewType() {
    return CustomerView.class;
  }

  @Override
  public Component create() {
    return new CustomerView(services);
  }
}
