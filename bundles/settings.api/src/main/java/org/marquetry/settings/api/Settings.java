package org.marquetry.settings.api;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// The settings of extensions: what the components of installed features let an administrator set.
///
/// A component gets new values at once, through its configuration, and again at each start. What
/// was set stays when its feature is removed, and counts again when it comes back. Secrets go in
/// and are told to their component only.
@ProviderType
@Requires("settings.read")
public interface Settings {
  /// Stands for a secret that is set, wherever values are told.
  String MASK = "***";

  /// All settings, by feature and title.
  ///
  /// @param language of titles, names and descriptions, as far as the extension has it
  List<SettingsGroup> groups(Locale language);

  /// The settings of one component.
  ///
  /// @throws IllegalArgumentException if no installed feature has it
  SettingsGroup group(String component, Locale language);

  /// Change some of a component's values: all of them, or none when one is wrong.
  ///
  /// @param values by key; one value as a list of one; an empty list: back to the default. A
  ///   secret's value is the secret itself, which is kept encrypted, or where it stands: `env:NAME`
  ///   or `file:PATH` (first line; a relative path lies in `etc` of the home)
  /// @throws SettingsRejected naming each wrong value
  /// @throws IllegalArgumentException if no installed feature has this component
  @Requires("settings.change")
  void change(String component, Map<String, List<String>> values);

  /// What was set when, newest first. Also of a component whose feature was removed.
  List<Change> history(String component);

  /// Set everything as it was after a change.
  ///
  /// @param number of the change
  /// @throws SettingsRejected if a value of then is not allowed any more
  /// @throws IllegalArgumentException if there is no such change
  @Requires("settings.change")
  void restore(String component, long number);

  /// Set everything back to its default.
  @Requires("settings.change")
  void reset(String component);

  /// What was set since a moment.
  ///
  /// @param by id of the actor who set it
  /// @param values what was set, by key; of a secret [#MASK], or where it stands
  record Change(long number, Instant at, String by, Map<String, List<String>> values) {
    public Change {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }
}
