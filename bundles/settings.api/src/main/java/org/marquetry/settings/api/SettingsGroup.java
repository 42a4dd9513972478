package org.marquetry.settings.api;

import java.util.List;

/// The settings of one component.
///
/// @param component name of its configuration (PID)
/// @param feature short name of the installed feature that brings it
/// @param featureTitle what people call that feature
/// @param bundle symbolic name of its bundle
/// @param title what people call the settings
/// @param description what they are for; may be empty
public record SettingsGroup(
    String component,
    String feature,
    String featureTitle,
    String bundle,
    String title,
    String description,
    List<SettingsField> fields) {
  /// Copy the list.
  public SettingsGroup {
    fields = List.copyOf(fields);
  }
}
