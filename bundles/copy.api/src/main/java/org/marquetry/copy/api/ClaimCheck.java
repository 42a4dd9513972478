package org.marquetry.copy.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Reads a text, whoever wrote it, and finds what it claims without a fact. Safe for use by many
/// threads.
@ProviderType
@Requires("copy.read")
public interface ClaimCheck {
  /// Find numbers, names and claiming words (offer, deadline, rating, newness, delivery,
  /// superlative) that no fact supports.
  ///
  /// @return in the order of the text; empty when every claim that the check knows has its fact
  List<UnsupportedClaim> check(String text, CopyLanguage language, List<Fact> facts);
}
