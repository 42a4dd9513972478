package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import org.marquetry.platform.api.gate.Power;
import org.osgi.annotation.versioning.ConsumerType;

/// Add a panel to a named place on somebody else's page.
@ConsumerType
@Power(Power.VIEWS_ADD)
public interface PanelContribution {
  /// The place: `home`, `customer`, `product` or `campaign`.
  String place();

  /// Key of its title, found in the texts of the contributing bundle.
  String titleKey();

  /// Order on the page, lowest first.
  default int order() {
    return 100;
  }

  /// Permission that a user needs to see the panel, as `subject.verb`.
  String permission();

  /// Make the panel for one browser tab.
  ///
  /// @param subject id of what the page is about; empty on `home`
  Component create(String subject);
}
