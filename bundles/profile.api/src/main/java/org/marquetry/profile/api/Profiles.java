package org.marquetry.profile.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ProviderType;

/// Profiles of all customers, and whom a condition takes. Safe for use by many threads.
///
/// Everything but [#build] and [#summary] answers from the last complete build and throws
/// [IllegalStateException] when there is none.
@ProviderType
@Requires("profile.read")
@Power(Power.PROFILES_READ)
public interface Profiles {
  /// Read the published warehouse views and build every profile anew; the former ones serve until
  /// it is done.
  ///
  /// A shop on which a model does not fit gets profiles without what the model would tell, and the
  /// reason in the summary. Deterministic, and independent of the order of rows. A million
  /// customers take minutes and some 300 MB.
  ///
  /// @param asOf nothing that happened at or after this moment is read
  /// @throws java.util.concurrent.CancellationException if the progress was cancelled; the former
  ///   profiles stay
  @Requires("profile.build")
  ProfileSummary build(Instant asOf, Progress progress);

  /// Return what the last build found out; empty before the first one.
  Optional<ProfileSummary> summary();

  /// Return one customer's profile; empty when the shop does not know the customer.
  Optional<Profile> profile(CustomerId customer);

  /// Return the customers for whom a condition is true, in the order of their ids.
  List<CustomerId> members(Condition condition);

  /// Count them.
  int count(Condition condition);

  /// Return the profiles of the customers of a condition that come first by a number.
  ///
  /// @param by of kind number; the largest first, equal ones by id, unknown ones left out
  /// @param limit 1 to 10,000
  List<Profile> top(Condition condition, Trait by, int limit);

  /// Hold one customer against each comparison of a condition; empty when the shop does not know
  /// the customer.
  Optional<Explanation> explain(Condition condition, CustomerId customer);

  /// Return the standard segments.
  List<Segment> segments();

  /// Say a condition in words.
  Words sentence(Condition condition);
}
