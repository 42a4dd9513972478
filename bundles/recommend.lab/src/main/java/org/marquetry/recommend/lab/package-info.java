/// The task `lab recommend`: [org.marquetry.recommend.lab.RecommendTask].
@NullMarked
package org.marquetry.recommend.lab;

import org.jspecify.annotations.NullMarked;
