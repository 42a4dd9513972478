package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.Catalogue;
import org.marquetry.ui.api.ProductAddress;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// One product, reached from the catalogue.
@org.osgi.service.component.annotations.Component
public final class ProductPage implements ViewContribution {
  private final DataServices services;

  @Activate
  public ProductPage(@Reference DataServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return ProductAddress.LIST + "/:" + ProductAddress.PARAMETER;
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
    return "data.product";
  }

  @Override
  public String icon() {
    return "vaadin:package";
  }

  @Override
  public String permission() {
    return Catalogue.READ;
  }

  @Override
  public Class<? extends Component> viewType() {
    return ProductView.class;
  }

  @Override
  public Component create() {
    return new ProductView(services);
  }
}
