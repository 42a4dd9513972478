package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/// Give a page of a bundle its named places, where other bundles show panels and actions. The shell
/// offers it; it makes live components, so it does not stand behind the service gate.
///
/// What these methods return follows the contributions that come and go, and the page's language,
/// as long as it is attached.
@ProviderType
public interface Places {
  /// Make the panels of a place, for the user of the tab.
  ///
  /// @param place for example `customer`
  /// @param subject id of what the page is about; empty where there is none
  /// @param empty makes what stands there when nobody contributes a panel
  Component panels(String place, String subject, Supplier<? extends Component> empty);

  /// Make the actions of a place: buttons, those that do not fit in a menu. It takes no room when
  /// nobody contributes one.
  Component actions(String place, String subject);
}
