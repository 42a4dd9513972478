package org.marquetry.feature.api;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Where features come from and whom the operator trusts. Every change is on disk when it returns
/// and is noted in the audit.
@ProviderType
@Power(Power.SUITE)
public interface FeatureSources {
  /// The permission to change whom the operator trusts.
  String TRUST = "feature.trust";

  /// Most bytes of a file that is uploaded.
  long MOST_UPLOADED = 256L << 20;

  /// Tell whom the operator trusts.
  @Requires("feature.read")
  FeatureTrust trust();

  /// Trust what a publisher signs. A key that is pinned already gets the new name.
  ///
  /// @param publicKey as `key new` printed it
  /// @param name whose it is
  /// @param suite whether it may also replace what the suite came with
  /// @return the key
  /// @throws FeatureException if it is no key, or was revoked
  @Requires(TRUST)
  TrustedKey pin(String publicKey, String name, boolean suite);

  /// Trust nothing any more that a key signed; what is installed stays. This cannot be taken back.
  ///
  /// @param key its id
  /// @param reason for whoever is refused later
  @Requires(TRUST)
  void revoke(String key, String reason);

  /// Say whether features that nobody signed may be installed.
  @Requires(TRUST)
  void allowUnsigned(boolean allowed);

  /// Say whether repositories of the network are asked. When not, no socket is opened.
  @Requires(TRUST)
  void allowRemote(boolean allowed);

  /// List the configured repositories, by name.
  @Requires("feature.read")
  List<FeatureRepository> repositories();

  /// Add a repository; nothing is read from it yet.
  ///
  /// @param name lower-case letters, digits and `-`
  /// @param address an absolute path of a folder or of a one-file repository, or an https address
  /// @throws FeatureException if the name is taken, or the address is none
  @Requires(TRUST)
  FeatureRepository add(String name, String address);

  /// Ask a repository no longer. Which of its versions was seen last is not forgotten.
  ///
  /// @throws FeatureException if there is none of that name
  @Requires(TRUST)
  void remove(String name);

  /// Ask all repositories what they offer, verified; takes as long as they do.
  @Requires("feature.read")
  AvailableFeatures available();

  /// Keep a file that somebody sent, for a day, so that it can be planned and installed as any
  /// other file of this machine.
  ///
  /// @param zip a `.zip` with a feature file and its jars, or a one-file repository; read to its
  ///   end
  /// @return its absolute path, as [Wish.Kind#INSTALL] takes it
  /// @throws FeatureException if it is no zip file, is larger than [#MOST_UPLOADED], or cannot be
  ///   kept
  @Requires("feature.install")
  String upload(InputStream zip);

  /// Write features of the repositories, with what they need there and with the signatures, into
  /// one file: a repository for a suite without a network.
  ///
  /// @param names names, or `REPOSITORY/NAME`; at least one
  /// @param file a file that is not there yet
  /// @return the features in it, as `NAME VERSION`
  /// @throws FeatureException if one is offered by nobody, or the file cannot be written
  @Requires("feature.install")
  List<String> export(List<String> names, Path file);
}
