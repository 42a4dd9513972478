/// Who may do what, kept in one file of the home. Start at [AccessStore].
@NullMarked
package org.marquetry.access.core;

import org.jspecify.annotations.NullMarked;
