/// The pages of step 1: what the shop sells, and how its data comes in.
///
/// Each page has its own prefix of class names: `Catalogue` and `Product`, `Import`, ...; all work
/// with [DataServices].
@NullMarked
package org.marquetry.ui.data;

import org.jspecify.annotations.NullMarked;
