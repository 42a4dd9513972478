package org.marquetry.feature.api;

import java.nio.file.Path;
import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Changes the features of the running suite, one change at a time.
///
/// A change is side by side: new bundles are fetched, checked against the index, installed, started
/// and probed while the old ones go on answering; only then the old ones go. When anything fails
/// before that, the new ones are taken away and nothing has changed.
@ProviderType
public interface Features {
  /// List the features that run, by name.
  @Requires("feature.read")
  List<InstalledFeature> installed();

  /// Install a feature, or move an installed one to this version, up or down.
  ///
  /// @param file one of: a feature file in a repository (`REPOSITORY/features/NAME-VERSION.json`,
  ///   with `bundles/` and perhaps `index.xml` beside `features/`); a feature file with its jars
  ///   beside it, in `bundles/` or in `target/`; a folder or a `.zip` with one feature file and its
  ///   jars in the same places
  /// @return what was changed
  /// @throws FeatureException if it cannot be done; the suite is as before
  @Requires("feature.install")
  FeatureChange install(Path file);

  /// Replace every swappable bundle of a running feature by the one that its repository holds now,
  /// even if it is the same.
  ///
  /// @param name the feature's short name, e.g. `recommend`
  /// @return what was changed
  /// @throws FeatureException if it cannot be done; the suite is as before
  @Requires("feature.install")
  FeatureChange swap(String name);

  /// Remove a feature that was installed. Where the suite came with a feature of that name, its own
  /// version comes back.
  ///
  /// @param name the feature's short name
  /// @return what was changed; feature and version are those that run afterwards, the removed ones
  ///   when none does
  /// @throws FeatureException if the suite came with it, or others need it; the suite is as before
  @Requires("feature.install")
  FeatureChange remove(String name);
}
