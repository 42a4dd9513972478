/// What partners work with, on the command line. Start at [Tool].
@NullMarked
package org.marquetry.kit;

import org.jspecify.annotations.NullMarked;
