package org.marquetry.campaign.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// The seed list: addresses of the shop's own people, who look at a message before customers get
/// it. Test messages go to nobody else.
@ProviderType
@Requires("campaign.read")
public interface SeedList {
  /// Most addresses on the list.
  int MAX_SEEDS = 20;

  /// Longest address.
  int MAX_ADDRESS = 254;

  /// The addresses, sorted.
  List<String> addresses();

  /// Put other addresses on the list; who did it is in the audit.
  ///
  /// @param addresses at most [#MAX_SEEDS], each once
  /// @throws IllegalArgumentException if one is no address, or there are too many
  @Requires("campaign.write")
  List<String> change(List<String> addresses);
}
