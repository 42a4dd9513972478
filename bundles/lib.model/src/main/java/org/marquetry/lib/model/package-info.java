/// What every engine of recommendations needs, from [org.marquetry.lib.model.HistoryModel] to
/// fingerprints of data and models. It travels inside the bundles that use it.
@NullMarked
package org.marquetry.lib.model;

import org.jspecify.annotations.NullMarked;
