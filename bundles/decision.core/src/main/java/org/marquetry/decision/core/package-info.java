/// The decision log on the journal: start at [JournalDecisionLog].
@NullMarked
package org.marquetry.decision.core;

import org.jspecify.annotations.NullMarked;
