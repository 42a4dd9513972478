package org.marquetry.platform.api.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/// Look into the service gate and tell it whom to select. Safe for use by many threads.
///
/// What is told here is kept while the suite runs; whoever owns the settings and the health checks
/// tells it again after a start.
@ProviderType
@Power(Power.SUITE)
public interface GateControl {
  /// The permission to look.
  String READ = "system.read";

  /// The permission to change who answers.
  String CHANGE = "system.change";

  /// Return who answers for each service, ordered by service. Cheap enough for a page that
  /// refreshes every second.
  @Requires(READ)
  List<GateStatus> status();

  /// Return who answers for one service; empty if no provider of it was ever seen or all are gone.
  ///
  /// @param service full name of the API interface
  @Requires(READ)
  Optional<GateStatus> status(String service);

  /// Select a provider by name, whatever its ranking. A name that no provider has, or whose
  /// provider is critical, is kept and counts as soon as such a provider is there.
  ///
  /// @param service full name of the API interface
  /// @param provider name as in [Provider]
  @Requires(CHANGE)
  void prefer(String service, String provider);

  /// Give the choice back to the ranking.
  ///
  /// @param service full name of the API interface
  @Requires(CHANGE)
  void preferNone(String service);

  /// Say whether a provider's health is critical: it is then passed over while any other is not.
  /// Its named gate still reaches it.
  ///
  /// @param service full name of the API interface
  /// @param provider name as in [Provider]
  @Requires(CHANGE)
  void setCritical(String service, String provider, boolean critical);

  /// Hand the bundle of a location only what these powers allow, see [Power]; to be called before
  /// it is installed. Those that the suite starts with come by the framework property
  /// `marquetry.powers`.
  ///
  /// @param location the bundle's location
  /// @param powers those that its feature declares
  @Requires(CHANGE)
  void limit(String location, Set<String> powers);

  /// Tell what the bundle of a location is limited to; empty: it is not limited.
  @Requires(READ)
  Optional<Set<String>> powers(String location);

  /// Forget the limit of a location: its bundle has gone.
  @Requires(CHANGE)
  void lift(String location);

  /// Tell what the bundle of a location was not handed since it was limited, one line each with the
  /// type and the power that its feature would have to declare.
  @Requires(READ)
  List<String> refused(String location);
}
