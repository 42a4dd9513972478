package org.marquetry.access.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// The shop's basic settings.
@ProviderType
@Requires("settings.read")
public interface ShopSettings {
  /// The settings; empty before set-up.
  Optional<Settings> settings();

  /// Change them; who and when is kept.
  @Requires("settings.write")
  void change(Settings settings);

  /// What they were, oldest first.
  List<Change> history();

  /// The settings since a moment.
  ///
  /// @param by id of the actor who set them
  record Change(Instant at, String by, Settings settings) {}

  /// @param name what the shop is called
  /// @param currency the one reporting currency
  /// @param zone whose days count
  record Settings(String name, Currency currency, ZoneId zone) {
    public Settings {
      if (name.isBlank() || name.length() > 100) {
        throw new IllegalArgumentException("the shop's name must have 1 to 100 characters");
      }
    }
  }
}
