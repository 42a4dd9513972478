/// The newest versions of saved things: [org.marquetry.lib.versions.Versions].
@NullMarked
package org.marquetry.lib.versions;

import org.jspecify.annotations.NullMarked;
