/// What every engine of recommendations needs: the best of many scores, what most users had, and
/// fingerprints of data and models. It travels inside the bundles that use it.
@NullMarked
package org.marquetry.lib.model;

import org.jspecify.annotations.NullMarked;
