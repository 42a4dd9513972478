/// Several engines as one: [org.marquetry.recommend.blend.BlendTrainer].
@NullMarked
package org.marquetry.recommend.blend;

import org.jspecify.annotations.NullMarked;
