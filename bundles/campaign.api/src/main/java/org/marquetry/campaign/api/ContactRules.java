package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// The shop's rules of contact: quiet hours and caps, for each purpose. They hold for every
/// campaign.
@ProviderType
@Requires("campaign.check")
public interface ContactRules {
  /// What holds now.
  RuleSet rules(Purpose purpose);

  /// Change the rules of a purpose; who and when is kept.
  @Requires("campaign.rules")
  void change(Purpose purpose, RuleSet rules);

  /// What was set, newest first. To restore one, [#change] to it.
  List<Change> history(Purpose purpose);

  /// Rules of one purpose.
  ///
  /// @param quiet when nothing goes out; empty: it may at any time
  /// @param byChannel how many messages of a channel a person may get; a channel without an entry
  ///   has no cap of its own
  /// @param inSum how many messages over all channels; empty: no cap
  record RuleSet(
      Optional<QuietHours> quiet,
      Map<String, FrequencyCap> byChannel,
      Optional<FrequencyCap> inSum) {
    /// Nothing is forbidden.
    public static final RuleSet NONE = new RuleSet(Optional.empty(), Map.of(), Optional.empty());

    private static final int MOST_CHANNELS = 20;

    public RuleSet {
      byChannel = Collections.unmodifiableMap(new TreeMap<>(byChannel));
      if (byChannel.size() > MOST_CHANNELS
          || byChannel.keySet().stream().anyMatch(c -> c.isBlank() || c.length() > 40)) {
        throw new IllegalArgumentException(
            "at most " + MOST_CHANNELS + " channels with names of 1 to 40 characters");
      }
    }
  }

  /// The rules since a moment.
  ///
  /// @param by id of the actor who set them
  record Change(Instant at, String by, RuleSet rules) {}
}
