/// Events through the door, inside the framework.
@NullMarked
package org.marquetry.data.test;

import org.jspecify.annotations.NullMarked;
