package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.Catalogue;
import org.marquetry.ui.api.ProductAddress;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// All products.
@org.osgi.service.component.annotations.Component
public final class CataloguePage implements ViewContribution {
  private final DataServices services;

  @Activate
  public CataloguePage(@Reference DataServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return ProductAddress.LIST;
  }

  @Override
  public Section section() {
    return Section.DATA;
  }

  @Override
  public String titleKey() {
    return "data.catalogue";
  }

  @Override
  public String icon() {
    return "vaadin:grid-small";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return Catalogue.READ;
  }

  @Override
  public Class<? extends Component> viewType() {
    return CatalogueView.class;
  }

  @Override
  public Component create() {
    return new CatalogueView(services);
  }
}
