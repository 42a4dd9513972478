package org.marquetry.insight.api;

import java.time.Instant;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Gather what all bundles have to tell today. Safe for use by many threads.
@ProviderType
@Requires("insight.read")
public interface Today {
  /// What there is for the current actor, without what that actor put off. Equal answers mean that
  /// nothing changed; cheap enough for a page that asks every few seconds.
  Agenda agenda();

  /// Put an item off, for the current actor only.
  ///
  /// @param key of the item
  /// @param until when it comes back; at most 90 days ahead
  /// @throws IllegalArgumentException if `until` is past or too far
  void later(String key, Instant until);

  /// Bring back all that the current actor put off.
  ///
  /// @return how many came back
  int noLonger();
}
