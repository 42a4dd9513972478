package org.marquetry.decision.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Keep decisions durably, and give them back.
@ProviderType
@Requires("decision.read")
public interface DecisionLog {
  /// Make decisions durable; returns when all of them are on disk. A decision whose id was already
  /// logged is ignored.
  ///
  /// @throws IllegalArgumentException if a decision is larger than [Decision#MAX_BYTES] when
  ///   encoded
  @Requires("decision.write")
  void append(List<Decision> decisions);

  /// Find the decisions about one person, newest first.
  ///
  /// @param person customer or visitor id as sent
  /// @param limit at least 1
  List<Decision> about(String person, int limit);
}
