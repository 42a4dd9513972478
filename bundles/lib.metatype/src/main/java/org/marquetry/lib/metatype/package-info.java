/// Reads what bundles say about their configuration, `OSGI-INF/metatype/*.xml`: start at
/// [org.marquetry.lib.metatype.Metatype].
@NullMarked
package org.marquetry.lib.metatype;

import org.jspecify.annotations.NullMarked;
