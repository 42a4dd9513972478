/// Where features come from and whom the operator trusts.
///
/// [org.marquetry.feature.core.source.Sources] opens what a person gave or fetches a feature from
/// the configured repositories and hands out a [org.marquetry.feature.core.source.Staging]:
/// verified files in a folder, and [org.marquetry.feature.core.source.Origin], who published them.
/// [org.marquetry.feature.core.source.Claims] refuses a feature that claims another's bundle.
@NullMarked
package org.marquetry.feature.core.source;

import org.jspecify.annotations.NullMarked;
