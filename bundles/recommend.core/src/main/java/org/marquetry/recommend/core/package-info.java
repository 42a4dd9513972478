/// What is recommended to whom: [org.marquetry.recommend.core.CoreRecommendations].
@NullMarked
package org.marquetry.recommend.core;

import org.jspecify.annotations.NullMarked;
