package org.marquetry.ui.api;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/// Add the texts of one bundle, in English and Chinese.
@ConsumerType
public interface TextContribution {
  /// Find a text.
  ///
  /// @param key unique in the suite: begins with the bundle's subject, for example
  ///   `profile.segments.title`
  /// @return the pattern for `java.text.MessageFormat`; empty when this bundle has none
  Optional<String> text(String key, Locale locale);
}
