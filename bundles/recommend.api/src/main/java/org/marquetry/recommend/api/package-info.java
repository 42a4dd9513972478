/// What to show to whom, and why: start with [org.marquetry.recommend.api.Recommendations];
/// marketers change it by [org.marquetry.recommend.api.RecommendationRules].
@Export
@Version("1.3.0")
@NullMarked
package org.marquetry.recommend.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
