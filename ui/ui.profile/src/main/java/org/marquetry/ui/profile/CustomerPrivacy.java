package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.Privacy;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.PanelContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What is kept about a customer, and the way to have it erased, on the customer's page.
@org.osgi.service.component.annotations.Component
public final class CustomerPrivacy implements PanelContribution {
  private final ProfileServices services;
  private final Privacy privacy;
  private final Colleagues colleagues;

  @Activate
  public CustomerPrivacy(
      @Reference ProfileServices services,
      @Reference Privacy privacy,
      @Reference Colleagues colleagues) {
    this.services = services;
    this.privacy = privacy;
    this.colleagues = colleagues;
  }

  @Override
  public String place() {
    return "customer";
  }

  @Override
  public String titleKey() {
    return "profile.privacy";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public String permission() {
    return "privacy.read";
  }

  @Override
  public Component create(String subject) {
    return new PrivacyPanel(
        services, privacy, colleagues, PersonIds.of(PersonIds.Kind.CUSTOMER, subject));
  }
}
