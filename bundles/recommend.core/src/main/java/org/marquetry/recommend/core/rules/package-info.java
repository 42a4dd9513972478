/// The rules between the model and what is shown: kept by
/// [org.marquetry.recommend.core.rules.RuleStore], obeyed by
/// [org.marquetry.recommend.core.rules.Ranking].
@NullMarked
package org.marquetry.recommend.core.rules;

import org.jspecify.annotations.NullMarked;
