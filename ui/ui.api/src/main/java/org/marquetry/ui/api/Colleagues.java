package org.marquetry.ui.api;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/// Name those who stand behind the ids of owners and of those who changed something. The shell
/// offers it, to every user: whoever sees a change may know whose it is.
@ProviderType
public interface Colleagues {
  /// Tell names in a language, for one drawing of a page: of users the ones that they log in with,
  /// also of removed ones, and of API keys their labels. An id that nobody has stays as it is.
  UnaryOperator<String> names(Locale locale);

  /// The ids of the users that there are, by name.
  List<String> users();
}
