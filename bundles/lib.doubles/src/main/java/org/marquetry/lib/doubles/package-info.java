/// Stand-ins for unit tests.
@NullMarked
package org.marquetry.lib.doubles;

import org.jspecify.annotations.NullMarked;
