package org.marquetry.campaign.api;

import java.util.List;
import org.marquetry.shop.api.Words;

/// What was proposed.
///
/// @param proposals at most one for each [Approach], in their order
/// @param missing why there are fewer, or none
public record Proposed(List<Proposal> proposals, List<Words> missing) {
  public Proposed {
    proposals = List.copyOf(proposals);
    missing = List.copyOf(missing);
  }
}
