/// What an experiment shows, in words of both languages: the page, the report, the agenda and the
/// campaign's page say it with the same sentences and the same rounding. Travels inside the bundles
/// that use it. Start at [ResultWords].
@NullMarked
package org.marquetry.lib.verdict;

import org.jspecify.annotations.NullMarked;
