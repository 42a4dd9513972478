/// The service gate: stands between every marked provider and whoever uses it.
///
/// Start reading at [Providers] (follows the marked services), then [TypeGates] (who stands behind
/// which proxy), [Gate] (admits calls) and [Slot] (counts and drains them). [ProviderHiding] makes
/// sure that nobody gets past it.
@NullMarked
package org.marquetry.platform.gate;

import org.jspecify.annotations.NullMarked;
