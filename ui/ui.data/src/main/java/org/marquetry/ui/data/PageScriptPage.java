package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.PageKeys;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The page script: its keys, what to put into the shop's pages, and what came.
@org.osgi.service.component.annotations.Component
public final class PageScriptPage implements ViewContribution {
  private final PageKeys keys;
  private final ShopZone zone;

  @Activate
  public PageScriptPage(@Reference PageKeys keys, @Reference ShopZone zone) {
    this.keys = keys;
    this.zone = zone;
  }

  @Override
  public String path() {
    return "page-script/:key?";
  }

  @Override
  public Section section() {
    return Section.DATA;
  }

  @Override
  public String titleKey() {
    return "data.script";
  }

  @Override
  public String icon() {
    return "vaadin:code";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String permission() {
    return "data.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return PageScriptView.class;
  }

  @Override
  public Component create() {
    return new PageScriptView(keys, zone);
  }
}
