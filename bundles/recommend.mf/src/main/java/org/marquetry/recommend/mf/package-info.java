/// Implicit alternating least squares: [org.marquetry.recommend.mf.Als] learns,
/// [org.marquetry.recommend.mf.MfModel] answers.
@NullMarked
package org.marquetry.recommend.mf;

import org.jspecify.annotations.NullMarked;
