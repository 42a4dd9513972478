package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// All mail designs.
@org.osgi.service.component.annotations.Component
public final class MailsPage implements ViewContribution {
  static final String PATH = "mails";

  private final MailServices services;

  @Activate
  public MailsPage(@Reference MailServices services) {
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
    return "content.mails";
  }

  @Override
  public String icon() {
    return "vaadin:envelope-o";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "copy.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return MailsView.class;
  }

  @Override
  public Component create() {
    return new MailsView(services);
  }
}
