package org.marquetry.ui.api;

import org.marquetry.platform.api.gate.Power;
import org.osgi.annotation.versioning.ConsumerType;

/// Add an action to a named place on somebody else's page.
@ConsumerType
@Power(Power.VIEWS_ADD)
public interface ActionContribution {
  /// The place: `home`, `customer`, `product` or `campaign`.
  String place();

  /// Key of its name, found in the texts of the contributing bundle.
  String titleKey();

  /// Order among the actions of the place, lowest first.
  default int order() {
    return 100;
  }

  /// Permission that a user needs, as `subject.verb`.
  String permission();

  /// Do it; runs in the user's tab with the tab's lock held, so long work goes into a job.
  ///
  /// @param subject id of what the page is about; empty on `home`
  void run(String subject);
}
