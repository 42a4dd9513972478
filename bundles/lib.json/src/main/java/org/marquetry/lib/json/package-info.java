/// Strict JSON (RFC 8259) for configuration and feature files, with the place of every value.
///
/// Start at [org.marquetry.lib.json.Json].
@NullMarked
package org.marquetry.lib.json;

import org.jspecify.annotations.NullMarked;
