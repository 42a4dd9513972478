/// Feeds that bring files again and again, and what is wrong with them.
///
/// [org.marquetry.data.sources.SourceJob] takes what is new and hands it to the imports;
/// [org.marquetry.data.sources.Judge] says what is odd about it.
@NullMarked
package org.marquetry.data.sources;

import org.jspecify.annotations.NullMarked;
