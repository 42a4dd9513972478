package org.marquetry.placement.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Read past responses from the warehouse.
@ProviderType
@Requires("placement.read")
public interface PastResponses {
  /// Count by the shop's kind of campaign, most sends first; empty when there were no campaigns.
  List<ResponseCounts> byKind();

  /// Count by message variant, most sends first; campaigns that name no variant are left out.
  List<ResponseCounts> byVariant();
}
