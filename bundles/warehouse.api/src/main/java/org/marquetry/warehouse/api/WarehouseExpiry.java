package org.marquetry.warehouse.api;

import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Let events go that have had their time. What they counted stays, by day, in `v1.past_days`.
@ProviderType
public interface WarehouseExpiry {
  /// How many events there are of a kind, however old.
  @Requires("warehouse.read")
  long there(Expiry expiry);

  /// How many events [#expire] would delete.
  @Requires("warehouse.read")
  long expiring(Expiry expiry);

  /// Delete them and write the file anew, so that nothing of them is left in it.
  ///
  /// @return how many were deleted
  @Requires("warehouse.load")
  long expire(Expiry expiry);
}
