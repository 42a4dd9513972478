package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Products by words.
@org.osgi.service.component.annotations.Component
public final class SearchPage implements ViewContribution {
  static final String PATH = "search";

  private final ContentServices services;

  @Activate
  public SearchPage(@Reference ContentServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Section section() {
    return Section.CONTENT;
  }

  @Override
  public String titleKey() {
    return "content.search";
  }

  @Override
  public String icon() {
    return "vaadin:search";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return "search.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return SearchView.class;
  }

  @Override
  public Component create() {
    return new SearchView(services);
  }
}
