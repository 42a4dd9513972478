/// Builds the feature repository: fills in versions, collects the bundles, writes the index and the
/// catalogue of keys.
///
/// Runs in the build only. Same input, same bytes.
@NullMarked
package org.marquetry.repo;

import org.jspecify.annotations.NullMarked;
