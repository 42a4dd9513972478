package org.marquetry.ui.system;

import com.vaadin.flow.component.Component;
import org.marquetry.sandbox.api.SampleShop;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The made-up shop beside this one.
@org.osgi.service.component.annotations.Component
public final class SampleShopPage implements ViewContribution {
  private final SampleShop shop;
  private final Live live;

  @Activate
  public SampleShopPage(@Reference SampleShop shop, @Reference Live live) {
    this.shop = shop;
    this.live = live;
  }

  @Override
  public String path() {
    return "sample-shop";
  }

  @Override
  public Section section() {
    return Section.SYSTEM;
  }

  @Override
  public String titleKey() {
    return "system.sample";
  }

  @Override
  public String icon() {
    return "vaadin:cube";
  }

  @Override
  public int order() {
    return 200;
  }

  @Override
  public String permission() {
    return "sandbox.manage";
  }

  @Override
  public Class<? extends Component> viewType() {
    return SampleShopView.class;
  }

  @Override
  public Component create() {
    return new SampleShopView(shop, live);
  }
}
