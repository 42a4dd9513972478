/// The pages of step 4: finding products.
///
/// Start at [SearchPage]; [SearchState] is what stands in the address, [ReasonWords] says in words
/// why a product stands where it stands.
@NullMarked
package org.marquetry.ui.content;

import org.jspecify.annotations.NullMarked;
