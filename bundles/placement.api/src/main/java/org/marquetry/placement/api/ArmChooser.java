package org.marquetry.placement.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Choose an arm for each person. Pure: the same question and people have the same answer. Safe for
/// many threads.
@ProviderType
@Requires("placement.choose")
public interface ArmChooser {
  /// Choose. Each person's choice is independent of the others and of their order.
  ///
  /// @param people ids; may be empty when only the beliefs are wanted
  ArmChoices choose(ArmQuestion question, List<String> people);
}
