/// Who is this customer: traits, value, affinities, segments.
///
/// Start with {@link org.marquetry.profile.api.Profiles}. A customer is described by traits ({@link
/// org.marquetry.profile.api.Traits}): numbers, texts and dates, each of which may be unknown. A
/// segment is a {@link org.marquetry.profile.api.Condition} on traits, and nothing else: no
/// expression language.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.profile.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
