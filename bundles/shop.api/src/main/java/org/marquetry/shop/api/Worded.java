package org.marquetry.shop.api;

import org.osgi.annotation.versioning.ConsumerType;

/// Say what went wrong in both languages. Exceptions implement it whose message people read in a
/// page; [Words#of] reads it.
@ConsumerType
public interface Worded {
  /// What went wrong, for people; without personal data.
  Words words();
}
