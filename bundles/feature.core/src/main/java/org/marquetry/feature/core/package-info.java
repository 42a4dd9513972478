/// Side-by-side installation of features.
///
/// [org.marquetry.feature.core.FeatureManager] is the service, [org.marquetry.feature.core.Change]
/// one change, [org.marquetry.feature.core.Probe] the check that new bundles work,
/// [org.marquetry.feature.core.Leaving] how the old ones go.
@NullMarked
package org.marquetry.feature.core;

import org.jspecify.annotations.NullMarked;
