/// The decision log: why did this person get this?
///
/// Every decision that reaches a person or spends money is one durable [Decision] of at most 1 KB,
/// written through [DecisionLog]. Exposures, clicks and orders carry its id, so effects can be
/// estimated later without guessing.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.decision.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
