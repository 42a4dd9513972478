/// What comes next in a history: [org.marquetry.recommend.sequence.SequenceTrainer].
@NullMarked
package org.marquetry.recommend.sequence;

import org.jspecify.annotations.NullMarked;
