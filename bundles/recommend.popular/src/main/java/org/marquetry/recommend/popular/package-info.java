/// What most users had: [org.marquetry.recommend.popular.PopularTrainer].
@NullMarked
package org.marquetry.recommend.popular;

import org.jspecify.annotations.NullMarked;
