package org.marquetry.profile.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ConsumerType;

/// Supplies traits of a partner's own to segments. Register it as a service; when it goes, rows
/// that ask for its traits stay and are neither met nor not.
@ConsumerType
@Whiteboard
@Requires("profile.read")
public interface TraitSource {
  /// The traits; their ids are taken by nobody else. Of two sources with one id the first counts.
  List<SegmentTrait> traits();

  /// Changes when a value of any trait may have changed. Asked at every count.
  long version();

  /// The values of a number trait, or of a date trait as days since 1970; NaN when not known.
  ///
  /// @param customers at most 65,536
  /// @return one value for each customer, in their order; takes at most 5 s
  double[] numbers(String trait, List<CustomerId> customers);

  /// The values of a text trait; null when not known.
  ///
  /// @param customers at most 65,536
  /// @return one value for each customer, in their order; takes at most 5 s
  @Nullable String[] texts(String trait, List<CustomerId> customers);
}
