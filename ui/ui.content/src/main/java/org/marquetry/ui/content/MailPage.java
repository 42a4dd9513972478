package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// One mail design.
@org.osgi.service.component.annotations.Component
public final class MailPage implements ViewContribution {
  static final String PARAMETER = "mail";

  private final MailServices services;

  @Activate
  public MailPage(@Reference MailServices services) {
    this.services = services;
  }

  static String address(String design) {
    return MailsPage.PATH + "/" + design;
  }

  @Override
  public String path() {
    return MailsPage.PATH + "/:" + PARAMETER;
  }

  @Override
  public boolean inNavigation() {
    return false;
  }

  @Override
  public Section section() {
    return Section.CONTENT;
  }

  @Override
  public String titleKey() {
    return "content.mail";
  }

  @Override
  public String icon() {
    return "vaadin:envelope-o";
  }

  @Override
  public String permission() {
    return "copy.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return MailView.class;
  }

  @Override
  public Component create() {
    return new MailView(services);
  }
}
