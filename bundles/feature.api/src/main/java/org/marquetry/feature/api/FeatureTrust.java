package org.marquetry.feature.api;

import java.util.List;

/// Whom the operator trusts.
///
/// @param keys that were pinned, revoked ones too, by id
/// @param unsigned whether features that nobody signed may be installed
/// @param remote whether repositories of the network are asked
public record FeatureTrust(List<TrustedKey> keys, boolean unsigned, boolean remote) {
  /// Copy the list.
  public FeatureTrust {
    keys = List.copyOf(keys);
  }
}
