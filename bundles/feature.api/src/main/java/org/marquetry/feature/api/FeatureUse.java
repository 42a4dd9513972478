package org.marquetry.feature.api;

import java.util.Set;

/// Something that a person made and that rests on one service.
///
/// @param object `kind/id`, as in the audit, for example `campaign/c-12`
/// @param title what people call it
/// @param owner who made it, or empty
/// @param service full name of the API interface
/// @param provider name as in `Provider`; empty: whichever is selected
/// @param choices what can be done with it before the service goes, other than to keep it with a
///   part missing
public record FeatureUse(
    String object,
    String title,
    String owner,
    String service,
    String provider,
    Set<Choice> choices) {
  /// What becomes of something when what it rests on goes.
  public enum Choice {
    /// It does nothing until somebody lets it go on.
    HOLD,
    /// It does nothing any more.
    STOP
  }

  /// Something that can only be kept.
  public FeatureUse(String object, String title, String owner, String service, String provider) {
    this(object, title, owner, service, provider, Set.of());
  }

  /// Copy the set.
  public FeatureUse {
    choices = Set.copyOf(choices);
  }
}
