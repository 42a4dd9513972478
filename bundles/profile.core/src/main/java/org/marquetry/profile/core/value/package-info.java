/// What a customer will buy and spend: BG/NBD for how often, Gamma-Gamma for how much, and their
/// product, the lifetime value.
///
/// Start with {@link org.marquetry.profile.core.value.BgNbdFit}. Everything is deterministic and
/// independent of the order of the customers: models are fitted to counts of distinct histories,
/// random draws are seeded by the history itself.
@NullMarked
package org.marquetry.profile.core.value;

import org.jspecify.annotations.NullMarked;
